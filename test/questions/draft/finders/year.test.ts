import { expect, test } from 'vitest';
import { year } from '../../../../questions/draft/finders/year.ts';
import { askedOf, promptsOf } from '../askedOf.ts';
import { foundBy } from '../sentencesIn.ts';

const prompts = (document: string) => promptsOf(foundBy(year, document));

test.each([
  [
    'Xi launched the project from Kazakhstan in 2013.',
    'In which year did Xi launch the project from Kazakhstan? 2013',
  ],
  [
    'In 1969, Neil Armstrong became the first person to walk on the Moon.',
    'In which year did Neil Armstrong become the first person to walk on the Moon? 1969',
  ],
  ['In 1954 Switzerland joined the laboratory.', 'In which year did Switzerland join the laboratory? 1954'],
  [
    'Since 1970 the bridge has been closed to cars from Kent.',
    'Since which year has the bridge been closed to cars from Kent? 1970',
  ],
  [
    'The treaty of Utrecht was signed in the 18th century.',
    'In which century was the treaty of Utrecht signed? 18th century',
  ],
  [
    'The company from Turin built cars in the 1990s.',
    'In which decade did the company from Turin build cars? 1990s',
  ],
  [
    'It is no coincidence that Xi launched the project from Kazakhstan in 2013.',
    'In which year did Xi launch the project from Kazakhstan? 2013',
  ],
])('%s', (document, question) => {
  expect(prompts(document)).toEqual([question]);
});

test('asks for a year as a date, so that every way to write it counts', () => {
  const [fact] = foundBy(year, 'Xi launched the project from Kazakhstan in 2013.');
  expect(fact?.forms[0]?.question).toMatchObject({ kind: 'short', expects: 'date', answer: '2013' });
});

test('accepts a century in words', () => {
  const [fact] = foundBy(year, 'The treaty of Utrecht was signed in the 18th century.');
  expect(fact?.forms[0]?.question).toMatchObject({ accept: ['eighteenth century'] });
});

test('asks for a row of years as a list that says how many', () => {
  expect(prompts('Think of the 2005, 2010 and 2020 revolutions in Kyrgyzstan.')).toEqual([
    'In which three years were there revolutions in Kyrgyzstan? 2005, 2010, 2020',
  ]);
});

test('asks when something of a year took place', () => {
  expect(prompts('Everybody remembers the conflict between Armenia and Azerbaijan of 2020.')).toEqual([
    'In which year did the conflict between Armenia and Azerbaijan take place? 2020',
  ]);
});

test('leaves both ends of a period open', () => {
  expect(askedOf(foundBy(year, 'From 1914 to 1918 most of the countries of Europe were at war.'))).toEqual([
    'From {{1914|year}} to {{1918|year}} most of the countries of Europe were at war.',
  ]);
});

test('does not ask when somebody said what stands in another clause', () => {
  expect(prompts('Louis Pasteur showed in 1857 that yeast is alive and makes alcohol.')).toEqual([]);
});

test('is less sure of a question that is too short to say what it is about', () => {
  const [named] = foundBy(year, 'The euro coins of Italy followed in 2002.');
  const [bare] = foundBy(year, 'The coins followed in 2002.');
  expect(bare?.forms[0]?.confidence).toBeLessThan(0.6);
  expect(named?.forms[0]?.confidence).toBeGreaterThan(0.8);
});

test('takes no number of things for a year', () => {
  expect(foundBy(year, 'The hall has room for 1200 people and 1990 bicycles.')).toEqual([]);
});

test('years are kin of years, centuries of centuries', () => {
  const facts = foundBy(
    year,
    'The bridge of Kent was built in 1850. The tower of Kent was built in the 17th century.',
  );
  expect(facts.map(({ kin }) => kin)).toEqual(['year', 'century']);
});
