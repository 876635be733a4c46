import { expect, test } from 'vitest';
import { date } from '../../../../questions/draft/finders/date.ts';
import { promptsOf } from '../askedOf.ts';
import { foundBy } from '../sentencesIn.ts';

test.each([
  [
    'On 12 October 1492, Columbus reached the Bahamas.',
    'On which date did Columbus reach the Bahamas? 1492-10-12',
  ],
  [
    'The euro was introduced in Italy on January 1, 1999.',
    'On which date was the euro introduced in Italy? 1999-01-01',
  ],
  [
    'On 20 July 1969 Neil Armstrong landed on the Moon.',
    'On which date did Neil Armstrong land on the Moon? 1969-07-20',
  ],
  [
    'In August 2023 India landed a probe on the Moon.',
    'In which month and year did India land a probe on the Moon? 2023-08',
  ],
])('%s', (document, question) => {
  expect(promptsOf(foundBy(date, document))).toEqual([question]);
});

test('leaves the date at the head of a text alone', () => {
  expect(
    foundBy(date, 'date 2022-01-08 The revolution in Kazakhstan is linked to purely internal reasons.'),
  ).toEqual([]);
});

test('takes no day that is none', () => {
  expect(
    foundBy(date, 'The meeting on 31 February 2020 was a joke of the mayor of Bath.').flatMap(
      ({ answerType }) => answerType,
    ),
  ).not.toContain('day');
});
