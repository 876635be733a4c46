import { expect, test } from 'vitest';
import { action } from '../../../../questions/draft/finders/action.ts';
import { faultsIn, foundIn, shortIn } from '../asked.ts';

test('who did it, what was done and where are asked for', () => {
  expect(shortIn(action, 'The physicist Tim Berners invented the World Wide Web at CERN in 1989.')).toEqual(
    expect.arrayContaining([
      'Which physicist invented the World Wide Web at CERN in 1989? Tim Berners',
      'What did the physicist Tim Berners invent at CERN in 1989? World Wide Web',
    ]),
  );
  expect(shortIn(action, 'Xi launched the Silk Road from Kazakhstan in 2013.')).toContain(
    'From which country did Xi launch the Silk Road in 2013? Kazakhstan',
  );
});

test('how something was done is asked for', () => {
  expect(shortIn(action, 'Ana Solberg saved the bank by selling its gold.')).toContain(
    'How did Ana Solberg save the bank? selling its gold',
  );
});

test('whose something is, and what a verb is tied to, are asked for', () => {
  expect(
    shortIn(action, 'The president invoked the support of the European Union to calm the markets.'),
  ).toContain('Whose support did the president invoke to calm the markets? European Union');
  expect(shortIn(action, 'The bright highlands consist mainly of anorthosite.')).toContain(
    'What do the bright highlands consist mainly of? anorthosite',
  );
  expect(shortIn(action, 'Norway is one of the founding members of the Arctic Council.')).toContain(
    'Of which organisation is Norway one of the founding members? Arctic Council',
  );
});

test('what a clause by the way tells is asked for', () => {
  expect(
    shortIn(action, 'The dough goes into a proofing basket, which keeps the shape of the loaf.'),
  ).toContain('What keeps the shape of the loaf? proofing basket');
});

test('a question says whose view it is', () => {
  expect(shortIn(action, 'In essence, Solberg sacrificed Norwegian sovereignty in the treaty.')).toContain(
    'According to the author, what did Solberg sacrifice in the treaty? Norwegian sovereignty',
  );
});

test.each([
  'They saw it there.',
  'He did not invade Poland in 1938.',
  'It is difficult to think that the army can help Norway.',
  'The minister said that the army had left Norway.',
])('nobody’s plain deed is asked for: %s', (text) => {
  expect(
    foundIn(action, text).flatMap(({ forms }) => forms.filter(({ question }) => question.kind === 'short')),
  ).toEqual([]);
});

test('what is found is proved by its passage, and no question gives its answer away', () => {
  const text =
    'Lord Kelvin built the first machine that predicted tides in 1872. The Danube flows from Germany to the Black Sea. John Wells counted the growth lines of fossil corals.';
  expect(foundIn(action, text).length).toBeGreaterThan(3);
  expect(faultsIn(action, text)).toEqual([]);
});
