import { expect, test } from 'vitest';
import { standingOf } from '../../../questions/draft/standingCues.ts';
import { sentencesIn } from './sentencesIn.ts';

function standing(text: string): string {
  const [sentence] = sentencesIn(text);
  if (sentence === undefined) return 'no sentence';
  const { standing: found, by } = standingOf(sentence);
  return by === undefined ? found : `${found} by ${by}`;
}

test.each([
  ['The minister said that the dam was safe.', 'reported by the minister'],
  ['Many farmers declared great losses after the storm.', 'reported by many farmers'],
  ['The mayor spoke of a miracle behind the rescue.', 'reported by the mayor'],
  ['According to the ministry, the dam was repaired in 2019.', 'reported by the ministry'],
])('%s is reported by whoever says it', (text, expected) => {
  expect(standing(text)).toBe(expected);
});

test.each([
  'The result seems to have been achieved.',
  'It is difficult to understand the role of the army.',
  'The king probably saw the treaty as a trap.',
  'No doubt the decision was a mistake.',
])('%s is the author’s opinion', (text) => {
  expect(standing(text)).toBe('opinion by the author');
});

test.each([
  'The true costs of this choice will emerge later.',
  'The intervention should not last long.',
  'Sea levels are expected to rise by a metre.',
])('%s is the author’s prediction', (text) => {
  expect(standing(text)).toBe('prediction by the author');
});

test.each([
  'The treaty was signed in 1992.',
  'It should not be forgotten that the two countries share a border of 7,000 kilometres.',
  'The government was accused by the opposition.',
  'If the water is too hot, the yeast will die.',
])('%s is stated', (text) => {
  expect(standing(text)).toBe('stated');
});
