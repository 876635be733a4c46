import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { blanksOf } from '../../../questions/blank.ts';
import { readDeckFolder } from '../../../questions/cli/decks.ts';
import { compile } from '../../../questions/compile.ts';
import type { Question } from '../../../questions/deck.ts';
import { parseDeckFile } from '../../../questions/deckSource.ts';
import { formsOf, type Glossary } from '../../../questions/glossary.ts';
import { publicPart } from '../../../questions/travel.ts';
import { fold } from '../../../questions/typed/fold.ts';

const main = join(import.meta.dirname, '../../../questions/cli/build.ts');
const fixtures = join(import.meta.dirname, '../../fixtures/decks');
/** A process of its own, which a busy machine makes wait. */
const PATIENT_MS = 30_000;

const made = mkdtempSync(join(tmpdir(), 'build-'));
afterAll(() => rmSync(made, { recursive: true }));

/** Builds a folder of decks into a place of its own. */
function build(name: string, decks: string) {
  const [keys, site] = [join(made, name, 'keys.json'), join(made, name, 'site')];
  const args = [main, '--keys', keys, '--site', site, decks];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stderr, keys, site };
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const folder = readDeckFolder(join(fixtures, 'harbour'));
const parsed = parseDeckFile(folder.yaml);
if (!parsed.ok) throw new Error('Inconsistent: the fixture deck is not well formed');
const harbour = compile(folder.id, folder.revision, parsed.source.file, folder.document);

/** Every form that is accepted where the answer is typed. */
function typedForms(question: Question, glossary: Glossary): readonly string[] {
  if (question.kind === 'short') return formsOf(glossary, question.answer, question.accept);
  if (question.kind === 'number') return [String(question.answer)];
  if (question.kind === 'list')
    return question.answer.flatMap(({ text, accept }) => formsOf(glossary, text, accept));
  if (question.kind !== 'cloze') return [];
  const { blanks } = blanksOf(question.text);
  return blanks.flatMap(({ answer }) => formsOf(glossary, answer, question.accept[answer]));
}

const FORMS = Object.values(harbour.key.facts)
  .flatMap(({ questions }) => Object.values(questions))
  .flatMap((question) => typedForms(question, harbour.key.glossary));

/** The forms that stand in a file, but for the sentences to choose a proof from, which are the document's. */
function formsIn(json: unknown): readonly string[] {
  const text = JSON.stringify(json, (name, value: unknown) => (name === 'sentences' ? [] : value));
  const folded = ` ${fold(text)} `;
  return FORMS.filter((form) => folded.includes(` ${fold(form)} `));
}

describe('building a sealed deck', () => {
  const built = build('good', fixtures);

  it('succeeds without a word', () => {
    expect([built.status, built.stderr]).toEqual([0, '']);
  });

  it('keeps the key in the file of keys, and puts the public part alone on the site', () => {
    expect(read(built.keys)).toEqual([asJson(harbour)]);
    const site = read(join(built.site, 'decks/harbour.json'));
    expect(site).toEqual(asJson({ ...publicPart(harbour), documentSha256: folder.documentSha256 }));
    expect(site).not.toHaveProperty('key');
  });

  it('puts no typed answer into any file of the site', () => {
    expect(readdirSync(built.site, { recursive: true }).map(String).toSorted()).toEqual(
      [
        'decks',
        ...['harbour.json', 'harbour.txt', 'index.json'].map((name) => join('decks', name)),
      ].toSorted(),
    );
    expect(readFileSync(join(built.site, 'decks/harbour.txt'), 'utf8')).toBe(folder.document);
    for (const name of ['harbour.json', 'index.json'])
      expect(formsIn(read(join(built.site, 'decks', name))), name).toEqual([]);
  });

  it('has typed answers that the test above would find', () => {
    expect(formsIn(read(built.keys))).toEqual(FORMS);
    expect(FORMS).toEqual(expect.arrayContaining(['1871', '340', 'Ilsa Brandt', 'rope making']));
  });
});

it.each([
  ['passage-not-verbatim', 'exact: "is 340 metres long"', '"is 341 metres long"'],
  ['answer-not-in-passage', 'answer: 340', '341'],
  ['form', 'kind: number', 'numbers'],
])(
  'writes nothing where one deck of two has the fault %s, and says where',
  (rule, sound, fault) => {
    const decks = join(made, 'decks', rule);
    cpSync(join(fixtures, 'harbour'), join(decks, 'a-sound-one'), { recursive: true });
    cpSync(join(fixtures, 'harbour'), join(decks, 'spoilt'), { recursive: true });
    const spoilt = join(decks, 'spoilt', 'deck.yaml');
    const { line, column, yaml } = spoil(folder.yaml, sound, fault);
    writeFileSync(spoilt, yaml);

    const { status, stderr, keys, site } = build(rule, decks);
    expect(stderr).toContain(`${spoilt}:${line}:${column}  ${rule}  `);
    expect(status).toBe(1);
    expect([existsSync(keys), existsSync(site)]).toEqual([false, false]);
  },
  PATIENT_MS,
);

/** Puts a fault in the place of a value; says where that value begins, counted from 1. */
function spoil(yaml: string, sound: string, fault: string) {
  const at = yaml.indexOf(sound);
  const colon = sound.indexOf(': ') + 2;
  const before = yaml.slice(0, at + colon).split('\n');
  const spoilt = yaml.slice(0, at + colon) + fault + yaml.slice(at + sound.length);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, yaml: spoilt };
}
