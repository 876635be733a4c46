import { expect, test } from 'vitest';
import { heightMessages } from '../../../web/embed/frameHeight.ts';

test('a page that is no host of ours hears the height as text for LTI, and nothing else', () => {
  expect(heightMessages(321, null)).toEqual(['{"subject":"lti.frameResize","height":321}']);
});

test('WordPress hears it with the secret that it gave', () => {
  expect(heightMessages(321, 'abc').at(-1)).toEqual({ message: 'height', value: 321, secret: 'abc' });
});
