import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../../questions/cli/check.ts';
import { coverage } from '../../../questions/cli/coverage.ts';
import { draft, type DraftWish } from '../../../questions/cli/draft.ts';
import { fmt } from '../../../questions/cli/fmt.ts';
import { makeWinkTagger } from '../../../questions/draft/winkTagger.ts';
import { formatDeck } from '../../../questions/edit/formatDeck.ts';

const tagger = makeWinkTagger();
const DOCUMENT = `# The harbour of Tarn

The harbour of Tarn was built in 1821 by Ada Lund. It shelters about 40 fishing boats.

The Tarn Fishing Cooperative (TFC) was founded in 1904. Its members are Orvik, Hammer, Lund and Skoll.

Nothing happened after that.
`;

const decks = () => mkdtempSync(join(tmpdir(), 'steppe-draft-'));
const wish = (folder: string, more: Partial<DraftWish> = {}): DraftWish => ({
  document: DOCUMENT,
  title: 'The harbour of Tarn',
  language: 'en',
  decks: folder,
  tagger,
  ...more,
});
const contentOf = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

test('a document becomes a folder with drafts that the check has nothing against', async () => {
  const folder = decks();
  const [first = ''] = await draft(wish(folder));
  const deck = join(folder, 'harbour-of-tarn');
  expect(first).toMatch(/harbour-of-tarn: made, with \d+ drafts on \d+ facts\.$/);
  const files = contentOf(deck);
  expect(Object.keys(files).sort()).toEqual(['deck.yaml', 'document.md', 'offered.txt']);
  expect(files['document.md']).toBe(DOCUMENT);
  expect(files['deck.yaml']).toContain('draft: true');
  expect(check([deck], { json: false, publish: false, from: folder }).code).toBe(0);
  expect(check([deck], { json: false, publish: true, from: folder }).code).toBe(1);
});

test('a second run changes no file, also when the author has edited the deck meanwhile', async () => {
  const folder = decks();
  await draft(wish(folder));
  const deck = join(folder, 'harbour-of-tarn');
  const path = join(deck, 'deck.yaml');
  const edited = `# mine\n${readFileSync(path, 'utf8').replace(/^ *draft: true\n/m, '')}`;
  writeFileSync(path, edited);
  const before = contentOf(deck);
  expect(await draft(wish(folder))).toEqual([`${deck}: nothing new to offer; no file was changed.`]);
  expect(contentOf(deck)).toEqual(before);
});

test('another text, or a deck file that cannot be parsed, is refused, and nothing is written', async () => {
  const folder = decks();
  await draft(wish(folder));
  const deck = join(folder, 'harbour-of-tarn');
  const before = contentOf(deck);
  await expect(draft(wish(folder, { document: `${DOCUMENT}More.` }))).rejects.toThrow(
    'has another text than the file',
  );
  expect(contentOf(deck)).toEqual(before);
  writeFileSync(join(deck, 'deck.yaml'), 'title: [');
  await expect(draft(wish(folder))).rejects.toThrow(/deck\.yaml:\d+:\d+ {2}\S/);
  const other = decks();
  await expect(draft(wish(other, { language: '?', name: 'x' }))).rejects.toThrow('language tag');
  expect(existsSync(join(other, 'x'))).toBe(false);
});

test('what a second drafter finds goes through the same gates', async () => {
  const folder = decks();
  const start = DOCUMENT.indexOf('Nothing happened');
  const place = { start, end: DOCUMENT.indexOf('\n', start) };
  const answer = { start, end: start + 'Nothing'.length };
  const form = (prompt: string) => ({
    id: 'short',
    confidence: 1,
    question: {
      kind: 'short' as const,
      prompt,
      answer: 'Nothing',
      expects: 'text' as const,
      accept: [],
      reject: [],
      allow: [],
    },
  });
  const found = (prompt: string) => ({
    reason: 'model' as const,
    passage: place,
    answers: [answer],
    answerType: 'phrase' as const,
    statement: 'Nothing happened after 1904 in Tarn.',
    standing: 'stated' as const,
    confidence: 0.9,
    forms: [form(prompt)],
  });
  await draft(
    wish(folder, { name: 'good', second: async () => [found('What happened in Tarn after 1904?')] }),
  );
  await draft(
    wish(folder, { name: 'told', second: async () => [found('Did nothing happen after 1904 in Tarn?')] }),
  );
  expect(readFileSync(join(folder, 'good/deck.yaml'), 'utf8')).toContain('What happened in Tarn after 1904?');
  expect(readFileSync(join(folder, 'told/deck.yaml'), 'utf8')).not.toContain('Did nothing happen');
});

test('coverage names what is not asked, and drafts do not count', async () => {
  const folder = decks();
  await draft(wish(folder));
  const deck = join(folder, 'harbour-of-tarn');
  const path = join(deck, 'deck.yaml');
  expect(coverage([deck])[0]).toBe(`${deck}: 0 of 4 paragraphs have a fact; 0 of 0 facts are recalled`);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(/^ *draft: true\n|, draft: true|draft: true, /gm, ''),
  );
  const [head = '', ...rest] = coverage([deck]);
  expect(head).toMatch(/2 of 4 paragraphs have a fact; (\d+) of \1 facts are recalled$/);
  expect(rest).toEqual([
    '  paragraph 1 has no fact: “# The harbour of Tarn”',
    '  paragraph 4 has no fact: “Nothing happened after that.”',
  ]);
});

test('the usual layout keeps comments, and is its own', async () => {
  const yaml = `facts:\n    # the first\n    a: {statement: S, passage: {exact: a b}} # after\nlanguage: en\ntitle: T # title\n`;
  const made = formatDeck(yaml);
  expect(made).toBe(
    'title: T # title\nlanguage: en\nfacts:\n  # the first\n  a: { statement: S, passage: { exact: "a b" } } # after\n',
  );
  expect(formatDeck(made)).toBe(made);
  const folder = decks();
  await draft(wish(folder));
  const deck = join(folder, 'harbour-of-tarn');
  const path = join(deck, 'deck.yaml');
  fmt([deck], { check: false });
  expect(fmt([deck], { check: true })).toEqual({ code: 0, lines: [] });
  const laidOut = readFileSync(path, 'utf8');
  writeFileSync(path, laidOut.replace('title: ', 'title:    '));
  expect(fmt([deck], { check: true }).code).toBe(1);
  expect(fmt([deck], { check: false }).lines).toEqual([`${path} is laid out anew`]);
  expect(readFileSync(path, 'utf8')).toBe(laidOut);
});
