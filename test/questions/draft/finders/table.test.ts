import { expect, test } from 'vitest';
import { blocksOf } from '../../../../questions/draft/blocks.ts';
import { table } from '../../../../questions/draft/finders/table.ts';
import { promptsOf } from '../askedOf.ts';
import { foundBy } from '../sentencesIn.ts';

const PLANETS = [
  '| Planet | Diameter (km) | Moons | Discovered by | Year of discovery | Rings |',
  '|---|---|---|---|---|---|',
  '| Mars | 6,779 | 2 | | | no |',
  '| Uranus | 50,724 | 27 | William Herschel | 1781 | yes |',
].join('\n');
const RISE = [
  '| Temperature of the dough | Taste |',
  '|---|---|',
  '| 20 °C | mild |',
  '| 24 °C | mild |',
  '| 28 °C | sharp |',
].join('\n');

const found = (document: string) => foundBy(table, document, { blocks: blocksOf(document) });

test('asks for every cell by its row and its column, and for the row where its cell is the only such', () => {
  expect(promptsOf(found(PLANETS))).toEqual([
    'What is the diameter of Mars, in km? 6779 km',
    'For which planet is the diameter 6,779 km? Mars',
    'How many moons does Mars have? 2',
    'Which planet has 2 moons? Mars',
    'What is the diameter of Uranus, in km? 50724 km',
    'For which planet is the diameter 50,724 km? Uranus',
    'How many moons does Uranus have? 27',
    'Which planet has 27 moons? Uranus',
    'By whom was Uranus discovered? William Herschel',
    'What is the year of discovery of Uranus? 1781',
    'For which planet is the year of discovery 1781? Uranus',
  ]);
});

test('asks with "where" for a row that is named by an amount', () => {
  expect(promptsOf(found(RISE))).toEqual([
    'What is the taste where the temperature of the dough is 20 °C? mild',
    'What is the taste where the temperature of the dough is 24 °C? mild',
    'What is the taste where the temperature of the dough is 28 °C? sharp',
    'For which temperature of the dough is the taste sharp? 28 °C',
  ]);
});

test('the passage of a cell is its row, verbatim', () => {
  const [fact] = found(PLANETS);
  expect(PLANETS.slice(fact?.passage.start, fact?.passage.end)).toContain('Mars | 6,779 | 2');
});

test('finds nothing outside of tables', () => {
  expect(found('Mars has two moons.')).toEqual([]);
});

test('the cells of one column are kin, so that they are wrong options for one another', () => {
  const kin = found(RISE).map((fact) => fact.kin);
  expect(kin.slice(0, 3)).toEqual(['column Taste', 'column Taste', 'column Taste']);
  expect(kin[3]).toBe('rows of Temperature of the dough');
});
