import { expect, test } from 'vitest';
import { joinCodeIn, joinCodeText, joinLink } from '../../../web/classroom/joinText.ts';

test.each(['7K2M9QX0', '7k2m 9qx0', ' 7k2m-9qxo ', '7K2M9QXO', 'https://steppe.example/join#7K2M9QX0'])(
  'reads the code in %j',
  (text) => {
    expect(joinCodeIn(text)).toBe('7K2M9QX0');
  },
);

test('takes I and L for 1', () => {
  expect(joinCodeIn('ilIL2345')).toBe('11112345');
});

test.each(['', '7K2M9QX', '7K2M9QX00', '7K2M9QXU', 'https://steppe.example/join'])(
  'finds no code in %j',
  (text) => {
    expect(joinCodeIn(text)).toBeUndefined();
  },
);

test('what is shown, and what the link brings, is read as the code again', () => {
  const code = joinCodeIn('7K2M9QX0');
  if (code === undefined) throw new Error('no code');
  expect(joinCodeText(code)).toBe('7K2M 9QX0');
  expect(joinCodeIn(joinCodeText(code))).toBe(code);
  expect(joinCodeIn(joinLink('https://steppe.example', code))).toBe(code);
});
