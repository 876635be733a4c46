import { expect, test } from 'vitest';
import { parseDeckFile } from '../../../questions/deckSource.ts';
import { editDeck } from '../../../questions/edit/editDeck.ts';
import { findPassage } from '../../../questions/passage.ts';
import { reanchor } from '../../../questions/reanchor/reanchor.ts';
import { changedWords } from '../../../web/studio/change/changedWords.ts';
import { doubtfulIn, editsFor, type Decided } from '../../../web/studio/change/changing.ts';

const BEFORE =
  'Ann built the red mill in 1801.\n\nBob keeps 12 sheep. The pond is deep.\n\nThe inn burnt down.\n';
const AFTER = 'Bob keeps 15 sheep now. The pond is deep.\n\nAnn built the red mill in 1801.\n';
const SHA = 'a'.repeat(64);
const AT = '2026-11-24T19:00:00.000Z';

const fact = (id: string, exact: string, draft: boolean) => `  ${id}:
    statement: ${id} is so.
    standing: stated
    passage: { exact: "${exact}" } # ${id}
    questions:
      ask: { kind: short, ${draft ? 'draft: true, ' : ''}prompt: "What is it that ${id} is about?", answer: "x" }
`;
const YAML = `title: Mill
language: en
access: open
documentSha256: "${'0'.repeat(64)}"
facts:
${fact('mill', 'Ann built the red mill in 1801.', false)}${fact('sheep', 'Bob keeps 12 sheep.', false)}${fact('pond', 'The pond is deep.', false)}${fact('inn', 'The inn burnt down.', false)}${fact('fire', 'burnt down', true)}`;

function fileOf(yaml: string) {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.source.file;
}

function changed(decided: ReadonlyMap<string, Decided> = new Map()) {
  const file = fileOf(YAML);
  const passages = Object.fromEntries(Object.entries(file.facts).map(([id, one]) => [id, one.passage]));
  const anchored = reanchor(BEFORE, AFTER, passages, 'en');
  const edits = editsFor(file, AFTER, anchored, decided, { before: BEFORE, documentSha256: SHA, at: AT });
  return { anchored, yaml: editDeck(YAML, edits) };
}

test('a person is shown what is not simply the same, what is gone at the end', () => {
  const { anchored } = changed();
  expect(doubtfulIn(anchored).map(({ id, anchored: one }) => [id, one.as])).toEqual(
    [
      ['mill', 'moved'],
      ['sheep', 'reworded'],
      ['inn', 'gone'],
      ['fire', 'gone'],
    ].sort((a, b) => Number(a[1] === 'gone') - Number(b[1] === 'gone')),
  );
});

test('the deck file becomes that of the new document: quoted anew, marked where reworded, retired where gone, drafts dropped', () => {
  const { yaml } = changed();
  const file = fileOf(yaml);
  expect(Object.keys(file.facts)).toEqual(['mill', 'sheep', 'pond']);
  expect(file.documentSha256).toBe(SHA);
  expect(file.retired).toEqual([{ id: 'inn', gone: AT }]);
  expect(file.facts['sheep']?.reworded).toBe(AT);
  expect([file.facts['mill']?.reworded, file.facts['pond']?.reworded]).toEqual([undefined, undefined]);
  for (const { passage } of Object.values(file.facts)) expect(findPassage(AFTER, passage).found).toBe('once');
  expect(yaml).toContain('# pond');
});

test('what a person decides counts: other words are the passage, or nothing is', () => {
  const start = AFTER.indexOf('15 sheep');
  const { yaml } = changed(
    new Map<string, Decided>([
      ['mill', { as: 'gone' }],
      ['sheep', { as: 'chosen', place: { start, end: start + 8 } }],
    ]),
  );
  const file = fileOf(yaml);
  expect(file.facts['sheep']?.passage.exact).toBe('15 sheep');
  expect(file.retired.map(({ id }) => id)).toEqual(['mill', 'inn']);
});

test('a fault of the document stays noted while the document has it', () => {
  const faults = `faults:
  # a slip of the pen
  - { exact: "The pond is deep", meaning: "it is shallow" }
  - { exact: "12 sheep", meaning: "15" }
`;
  const yaml = YAML.replace('facts:\n', `${faults}facts:\n`);
  const about = { before: BEFORE, documentSha256: SHA, at: AT };
  const made = editDeck(yaml, editsFor(fileOf(yaml), AFTER, {}, new Map(), about));
  expect(fileOf(made).faults).toEqual([{ exact: 'The pond is deep', meaning: 'it is shallow' }]);

  const kept = editDeck(yaml, editsFor(fileOf(yaml), `${BEFORE}\nMore.\n`, {}, new Map(), about));
  expect(kept).toContain(faults);
});

test('words that changed are told apart, and the texts stay whole', () => {
  const [old, now] = changedWords('Bob keeps 12 sheep.', 'Bob keeps 15 sheep now.');
  expect(old.filter(({ isChanged }) => isChanged).map(({ text }) => text.trim())).toEqual(['12 sheep.']);
  expect(now.map(({ text }) => text).join('')).toBe('Bob keeps 15 sheep now.');
});
