import { expect, test } from 'vitest';
import { dayWords } from '../../web/dayWords.ts';
import { standingWords } from '../../web/standingWords.ts';
import { noteWords, OUTCOME_WORDS, outcomeWords, REASON_WORDS, reasonWords } from '../../web/verdictWords.ts';
import { dueWords, placeWords } from '../../web/words.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test.each([
  [-DAY, 'now'],
  [20_000, 'now'],
  [MINUTE, 'in about a minute'],
  [10.4 * MINUTE, 'in about 10 minutes'],
  [50 * MINUTE, 'in about 50 minutes'],
  [60 * MINUTE, 'in about an hour'],
  [3 * 60 * MINUTE, 'in about 3 hours'],
  [DAY, 'in a day'],
  [4.2 * DAY, 'in 4 days'],
  [61 * DAY, 'in about 2 months'],
  [365 * DAY, 'in about 12 months'],
  [1100 * DAY, 'in about 3 years'],
])('says when a fact returns: %i ms is "%s"', (ms, words) => {
  expect(dueWords(1_700_000_000_000 + ms, 1_700_000_000_000)).toBe(words);
});

test('writes a day, a month or a year as it is known', () => {
  expect(dayWords('2022-01-08')).toBe('8 January 2022');
  expect(dayWords('2022-01')).toBe('January 2022');
  expect(dayWords('2013')).toBe('2013');
  expect(dayWords('soon')).toBe('soon');
});

test('every verdict and reason is a short sentence that does not shout', () => {
  for (const words of [...Object.values(OUTCOME_WORDS), ...Object.values(REASON_WORDS)]) {
    expect(words).toMatch(/^[A-Z][^!]{3,80}\.$/);
  }
});

test('does not call an answer wrong that was not given', () => {
  expect(outcomeWords({ outcome: 'wrong', reason: 'not-given', share: 0 })).toBe('Not known yet.');
});

test('gives the author’s own words about a confusion', () => {
  const because = 'China leads the SCO.';
  expect(reasonWords({ outcome: 'wrong', reason: 'known-confusion', share: 0, because }, 1)).toBe(because);
});

test('says how many of several items are right', () => {
  const items = [
    { given: 'Russia', expected: 'Russia', outcome: 'right' as const },
    { given: 'Belaruss', expected: 'Belarus', outcome: 'close' as const },
    { given: '', expected: 'Armenia', outcome: 'wrong' as const },
  ];
  expect(reasonWords({ outcome: 'partial', reason: 'some-items', share: 2 / 3, items }, 3)).toBe(
    'You have 2 of 3.',
  );
});

test('names whose claim it is, unless the text itself vouches for it', () => {
  expect(standingWords('stated', 'the author')).toBe('stated');
  expect(standingWords('opinion', 'the author')).toBe('opinion of the author');
  expect(standingWords('prediction', undefined)).toBe('prediction');
});

test('labels a note by what it is about', () => {
  expect(noteWords({ since: 'x' }).label).toBe('Since then.');
  expect(noteWords({ disputed: 'x' }).label).toBe('Other sources.');
  expect(noteWords({ translation: 'x' }).label).toBe('In translation.');
  expect(noteWords({ source: 'x' }).label).toBe('About the text.');
  expect(noteWords('x')).toEqual({ label: 'Note.', text: 'x' });
});

test('counts places as English does', () => {
  expect([1, 2, 3, 4, 8].map(placeWords)).toEqual(['1st', '2nd', '3rd', '4th', '8th']);
});
