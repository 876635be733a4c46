import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { check } from '../../../questions/cli/check.ts';
import { deckYaml, DOCUMENT, type Parts } from '../lint/trial.ts';

const from = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(from, { recursive: true }));

const options = { json: false, publish: false, from };
const sha256 = createHash('sha256').update(DOCUMENT).digest('hex');

/** Writes a deck folder and gives its path. */
function folder(name: string, yaml: string): string {
  const path = join(from, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'deck.yaml'), yaml);
  writeFileSync(join(path, 'document.md'), DOCUMENT);
  return path;
}

const deck = (name: string, parts: Parts) => folder(name, deckYaml({ sha256, ...parts }));
const yesNo = '\n  kind: short\n  prompt: Does the pact have a leader?\n  answer: Belarus';

it('passes a deck in which nothing blocks, and says what is doubtful', () => {
  const { code, lines } = check([deck('doubtful', { question: yesNo })], options);
  expect(code).toBe(0);
  expect(lines[0]).toMatch(/^doubtful\/deck\.yaml:21:17 {2}W yes-no {2}/);
  expect(lines.at(-1)).toBe('0 errors, 1 warning, 2 remarks in 1 deck');
});

it('fails where something blocks, with file, line and column', () => {
  const { code, lines } = check([deck('false', { passage: '{ exact: "led by Rossia" }' })], options);
  expect(code).toBe(1);
  expect(lines[0]).toMatch(/^false\/deck\.yaml:16:23 {2}E passage-not-verbatim {2}/);
});

it('fails where the document is not the one that the deck was made for', () => {
  const { lines } = check([folder('other', deckYaml({}))], options);
  expect(lines[0]).toMatch(/^other\/deck\.yaml:4:17 {2}E document-changed /);
  expect(lines[0]).toContain(sha256);
});

it('fails where the file is no deck, with all faults of its form', () => {
  const { code, lines } = check([deck('bad', { standing: 'maybe', question: '\n  kind: quiz' })], options);
  expect(code).toBe(1);
  expect(lines.map((line) => line.split('  ')[0])).toEqual([
    'bad/deck.yaml:15:15',
    'bad/deck.yaml:20:15',
    '2 errors, 0 warnings, 0 remarks in 1 deck',
  ]);
});

it('refuses drafts only on publishing', () => {
  const path = deck('draft', { question: `${yesNo}\n  draft: true` });
  expect(check([path], options).code).toBe(0);
  expect(check([path], { ...options, publish: true }).code).toBe(1);
});

it('gives an array of findings as JSON', () => {
  const { code, lines } = check([deck('doubtful', { question: yesNo })], { ...options, json: true });
  const findings: unknown = JSON.parse(lines.join('\n'));
  expect(code).toBe(0);
  expect(findings).toContainEqual(
    expect.objectContaining({
      file: 'doubtful/deck.yaml',
      rule: 'yes-no',
      level: 'W',
      line: 21,
      column: 17,
      path: ['facts', 'led', 'questions', 'q', 'prompt'],
    }),
  );
});

it('counts over several decks', () => {
  const paths = [
    deck('doubtful', { question: yesNo }),
    deck('false', { passage: '{ exact: "led by Rossia" }' }),
  ];
  expect(check(paths, options).lines.at(-1)).toMatch(/ in 2 decks$/);
});

it('throws, naming every folder that is no deck', () => {
  mkdirSync(join(from, 'empty'), { recursive: true });
  expect(() => check([join(from, 'nowhere'), join(from, 'empty')], options)).toThrow(
    /nowhere\/deck\.yaml.*\n.*empty\/deck\.yaml/,
  );
});
