import { expect, test } from 'vitest';
import { attribution } from '../../../../questions/draft/finders/attribution.ts';
import { faultsIn, foundIn, shortIn } from '../asked.ts';

test('who said it is asked for, without naming them', () => {
  expect(shortIn(attribution, 'The mayor said that the dam had been repaired in spring.')).toContain(
    'Who said that the dam had been repaired in spring? mayor',
  );
  expect(shortIn(attribution, 'Many farmers declared great losses after the storm.')).toEqual([
    'Who declared great losses after the storm? Many farmers',
    'What did many farmers declare? great losses',
  ]);
});

test('what somebody spoke of is asked for', () => {
  expect(
    shortIn(attribution, 'The president spoke of (unspecified) “hostile agents” behind the protests.'),
  ).toContain('What did the president speak of? hostile agents');
});

test('the fact is reported, by whoever said it', () => {
  const [fact] = foundIn(attribution, 'The president spoke of hostile agents behind the protests.');
  expect([fact?.standing, fact?.by]).toEqual(['reported', 'the president']);
});

test.each(['They said so.', 'Isaac Newton explained this in 1687.', 'The company was accused of fraud.'])(
  'nothing worth asking is said in: %s',
  (text) => {
    expect(foundIn(attribution, text)).toEqual([]);
  },
);

test('what is found is proved by its passage, and no question gives its answer away', () => {
  const text =
    'The ministry announced a new tax on sugar. Galileo claimed that the Earth moves around the Sun.';
  expect(foundIn(attribution, text).length).toBeGreaterThan(1);
  expect(faultsIn(attribution, text)).toEqual([]);
});
