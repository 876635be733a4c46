import { expect, test } from 'vitest';
import { spread } from '../../web/spread.ts';

const EMPTY = ['', '', ''];

test('spreads a pasted list over the lines, whatever parts its items', () => {
  expect(spread(EMPTY, 0, 'Russia, Belarus; Armenia')).toEqual(['Russia', 'Belarus', 'Armenia']);
  expect(spread(EMPTY, 0, '- Russia\r\n- Belarus\r\n')).toEqual(['Russia', 'Belarus', '']);
  expect(spread(EMPTY, 0, '1. Russia\n2. Belarus')).toEqual(['Russia', 'Belarus', '']);
});

test('begins at the line it is pasted into and keeps the lines before and after it', () => {
  expect(spread(['Russia', '', '', 'Armenia'], 1, 'Belarus, Kazakhstan')).toEqual([
    'Russia',
    'Belarus',
    'Kazakhstan',
    'Armenia',
  ]);
});

test('loses nothing where there are more items than lines', () => {
  expect(spread(EMPTY, 1, 'a, b, c, d')).toEqual(['', 'a', 'b, c, d']);
  expect(spread(EMPTY, 2, 'a, b')).toEqual(['', '', 'a, b']);
});

test('leaves a single item to the field', () => {
  expect(spread(EMPTY, 0, 'Bosnia and Herzegovina')).toBeUndefined();
  expect(spread(EMPTY, 0, ' , ')).toBeUndefined();
});
