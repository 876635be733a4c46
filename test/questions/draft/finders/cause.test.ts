import { expect, test } from 'vitest';
import { cause } from '../../../../questions/draft/finders/cause.ts';
import { clozesIn, faultsIn, foundIn, shortIn } from '../asked.ts';

test.each([
  ['Bread rises because yeast turns sugar into gas.', 'Why does bread rise? yeast turns sugar into gas'],
  [
    'Because acid keeps mould away, sourdough stays fresh longer than other bread.',
    'Why does sourdough stay fresh longer than other bread? acid keeps mould away',
  ],
  [
    'The match was cancelled because of heavy rain in the valley.',
    'Why was the match cancelled? heavy rain in the valley',
  ],
])('a reason is asked for by why: %s', (text, expected) => {
  expect(shortIn(cause, text).map((asked) => asked.toLowerCase())).toContain(expected.toLowerCase());
});

test('cause and effect are asked from both ends', () => {
  expect(shortIn(cause, 'The failed harvest of 1846 led to a famine in Ireland.')).toEqual(
    expect.arrayContaining([
      'What led to a famine in Ireland? failed harvest of 1846',
      'What did the failed harvest of 1846 lead to? famine in Ireland',
    ]),
  );
});

test('a passive is turned round', () => {
  expect(shortIn(cause, 'The collapse of the old bridge was caused by corrosion.')).toContain(
    'What caused the collapse of the old bridge? corrosion',
  );
});

test('a long reason is a gap in its sentence', () => {
  const text =
    'The author sees no danger, because the military intervention in the country has a narrow purpose.';
  expect(clozesIn(cause, text)).toContain(
    'The author sees no danger, because the military intervention in the country has a {{narrow purpose|phrase}}.',
  );
});

test.each(['Since 1990 the town has grown a lot.', 'He has lived there since the war ended.', 'It rained.'])(
  'a time or nothing is no reason: %s',
  (text) => {
    expect(foundIn(cause, text)).toEqual([]);
  },
);

test('what is found is proved by its passage, and no question gives its answer away', () => {
  const text =
    'The tides are caused mainly by the gravity of the Moon. The drought triggered a famine. The sea is salty because rivers carry minerals into it.';
  expect(foundIn(cause, text).length).toBeGreaterThan(2);
  expect(faultsIn(cause, text)).toEqual([]);
});

test('a rule is asked for by when, what happened once is not', () => {
  expect(shortIn(cause, 'A ripe cheese is ready when its rind has turned blue.')).toContain(
    'When is a ripe cheese ready? its rind has turned blue',
  );
  expect(foundIn(cause, 'The king fled when the army reached the city.')).toEqual([]);
});
