import { expect, test } from 'vitest';
import { comparison } from '../../../../questions/draft/finders/comparison.ts';
import { askedOf } from '../askedOf.ts';
import { foundBy } from '../sentencesIn.ts';

test.each([
  [
    'Jupiter is more than twice as massive as all other planets combined.',
    'Jupiter is more than {{twice|how many times}} as massive as all other planets combined.',
  ],
  [
    "The Sun's pull on the Earth is about 180 times as strong as the Moon's.",
    "The Sun's pull on the Earth is about {{180 times|how many times}} as strong as the Moon's.",
  ],
  [
    'The water on that side is pulled less strongly than the Earth as a whole.',
    'The water on that side is pulled {{less strongly|comparative}} than the Earth as a whole.',
  ],
  [
    'Unlike Venus, the planet Mars has two moons of an irregular shape.',
    'Unlike {{Venus|what it is compared with}}, the planet Mars has two moons of an irregular shape.',
  ],
  [
    'The SCO in Asia has a different purpose than the alliance of the north.',
    'The SCO in Asia has a different {{purpose|what is different}} than the alliance of the north.',
  ],
])('%s', (document, text) => {
  expect(askedOf(foundBy(comparison, document))).toEqual([text]);
});

test('sees no comparison in "rather than" and "more than twenty"', () => {
  expect(
    foundBy(comparison, 'More than twenty ships left the harbour rather than wait for the storm to end.'),
  ).toEqual([]);
});
