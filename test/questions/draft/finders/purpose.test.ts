import { expect, test } from 'vitest';
import { purpose } from '../../../../questions/draft/finders/purpose.ts';
import { faultsIn, foundIn, shortIn } from '../asked.ts';

test.each([
  [
    'The company moved its headquarters from Boston to Dublin to avoid taxes.',
    'Why did the company move its headquarters from Boston to Dublin? to avoid taxes',
  ],
  [
    'In 2009 the agency crashed a rocket into a crater in order to search for water.',
    'In 2009, why did the agency crash a rocket into a crater? to search for water',
  ],
  [
    'The aim of the treaty is to limit nuclear weapons.',
    'What is the aim of the treaty? to limit nuclear weapons',
  ],
  ['The lever is used to open the lower gate.', 'What is the lever used for? to open the lower gate'],
  [
    'The SCO has among its main objectives the fight against terrorism.',
    'What does the SCO have among its main objectives? fight against terrorism',
  ],
  [
    'The steam keeps the crust soft, so that the loaf can rise.',
    'Why does the steam keep the crust soft? the loaf can rise',
  ],
])('a purpose is asked for: %s', (text, expected) => {
  expect(shortIn(purpose, text).some((asked) => asked.startsWith(expected))).toBe(true);
});

test.each([
  'Neil Armstrong was the first person to land on the Moon.',
  'The king wanted to conquer the city.',
  'The decision to invade the island surprised everybody.',
  'The road leads to Rome.',
])('“to” is not always a purpose: %s', (text) => {
  expect(foundIn(purpose, text)).toEqual([]);
});

test('what is found is proved by its passage, and no question gives its answer away', () => {
  const text =
    'Bakers knead the dough in order to develop gluten. The purpose of the basket is to keep the shape of the loaf.';
  expect(foundIn(purpose, text).length).toBeGreaterThan(1);
  expect(faultsIn(purpose, text)).toEqual([]);
});
