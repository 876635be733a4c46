import { expect, test } from 'vitest';
import { superlative } from '../../../../questions/draft/finders/superlative.ts';
import { askedOf, promptsOf } from '../askedOf.ts';
import { foundBy } from '../sentencesIn.ts';

const prompts = (document: string) => promptsOf(foundBy(superlative, document));

test.each([
  [
    'Saturn is the second largest planet in the solar system.',
    [
      'What place does Saturn take among the largest planets in the solar system? 2',
      'Which planet is the second largest in the solar system? Saturn',
    ],
  ],
  [
    'Mount Everest is the highest mountain on Earth.',
    ['Which mountain is the highest on Earth? Mount Everest'],
  ],
  [
    'Neil Armstrong became the first person to walk on the Moon.',
    ['Who became the first person to walk on the Moon? Neil Armstrong'],
  ],
  [
    'Lord Kelvin built the first machine that predicted tides.',
    ['Who built the first machine that predicted tides? Lord Kelvin'],
  ],
  [
    'The first spacecraft to reach the Moon was the Soviet probe Luna 2.',
    ['Which spacecraft was the first to reach the Moon? Soviet probe Luna 2'],
  ],
])('%s', (document, questions) => {
  expect(prompts(document)).toEqual(questions);
});

test('reads a rank that stands beside its holder', () => {
  const document =
    'Kazakhstan has a role that is related to its size, being the ninth largest country in the world.';
  expect(askedOf(foundBy(superlative, document))).toEqual([
    'What place does Kazakhstan take among the largest countries in the world? 9',
    'Kazakhstan is the {{ninth|rank}} largest country in the world.',
  ]);
});

test('does not ask who holds what several share', () => {
  const facts = foundBy(
    superlative,
    'Russia and Kazakhstan share one of the longest land borders in the world.',
  );
  expect(promptsOf(facts)).toEqual([]);
  expect(askedOf(facts)).toEqual([
    'Russia and Kazakhstan share one of the {{longest|superlative}} land borders in the world.',
  ]);
});

test('takes no "first time" and no "best interest" for a record', () => {
  expect(
    foundBy(superlative, 'She saw the sea for the first time when the forest was on fire again.'),
  ).toEqual([]);
});

test('asks for a thing with an article, but not where "which" would not agree', () => {
  expect(prompts('The skin is the largest organ of the body.')).toEqual([
    'Which organ is the largest of the body? the skin',
  ]);
  expect(prompts('Neutrophils are the most common type of the white cells.')).toEqual([]);
});
