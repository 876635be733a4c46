import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { QuestionSchema, type AuthoredQuestion } from '../../../questions/deck.ts';
import { parseDeckFile } from '../../../questions/deckSource.ts';
import type { Answer } from '../../../questions/kind.ts';
import { ReportsSchema, type KnownReport } from '../../../questions/publish.ts';
import { withAccepted } from '../../../web/studio/reports/accepting.ts';
import { editsFor } from '../../../web/studio/reports/deciding.ts';
import { reportedIn } from '../../../web/studio/reports/reported.ts';

const REVISION = 'a'.repeat(64);

function report(number: number, answer: Answer, more: object = {}): KnownReport {
  const [known] = v.parse(ReportsSchema, {
    reports: [
      {
        id: `01J${String(number).padStart(23, '0')}`,
        reportedAtMs: number,
        report: { fact: 'nile', question: 'where', revision: REVISION, answer, outcome: 'wrong', ...more },
        decision: null,
      },
    ],
  }).reports;
  if (known === undefined) throw new Error('no report');
  return known;
}

const decided = (known: KnownReport): KnownReport => ({
  ...known,
  decision: { decision: 'kept', revision: null },
});

describe('reports', () => {
  test('of the same answer stand together, whatever its spelling, with each learner’s words once', () => {
    const reports = [
      report(1, 'Northward', { words: 'It means the same.' }),
      report(2, 'northward.', { words: 'It means the same.' }),
      report(3, 'up'),
    ];
    expect(reportedIn(reports)).toMatchObject([
      { answer: 'Northward', words: ['It means the same.'], latestMs: 2, decision: null },
      { answer: 'up', latestMs: 3 },
    ]);
    expect(reportedIn(reports)[0]?.reports).toHaveLength(2);
  });

  test('that wait come first; a new report of an answer decided before waits alone', () => {
    const reports = [
      decided(report(1, 'up')),
      decided(report(2, 'up')),
      decided(report(3, 'down')),
      report(4, 'down'),
    ];
    expect(
      reportedIn(reports).map(({ answer, decision, reports: { length } }) => [answer, decision, length]),
    ).toEqual([
      ['down', null, 1],
      ['up', 'kept', 2],
    ]);
  });

  test('of “I do not know” and of an empty answer are two', () => {
    expect(reportedIn([report(1, null), report(2, '')])).toHaveLength(2);
  });
});

const made = (question: object): AuthoredQuestion => v.parse(QuestionSchema, question);

describe('an answer that is accepted', () => {
  test('is another form of a short answer, and no known confusion any more', () => {
    const question = made({
      kind: 'short',
      prompt: 'In which direction?',
      answer: 'north',
      reject: [{ text: 'Northward', because: 'no' }],
    });
    expect(withAccepted(question, ' northward ')).toMatchObject({ accept: ['northward'], reject: [] });
  });

  test('is added once', () => {
    const question = made({ kind: 'short', prompt: 'In which direction?', answer: 'north', accept: ['up'] });
    expect(withAccepted(question, 'Up')).toMatchObject({ accept: ['up'] });
    expect(withAccepted(question, 'North')).toMatchObject({ accept: ['up'] });
  });

  test('fills the blank that it differs in', () => {
    const question = made({
      kind: 'cloze',
      text: 'The {{Nile|river}} flows {{north|direction}} through Egypt.',
    });
    expect(withAccepted(question, ['the Nile', 'northward'])).toMatchObject({
      accept: { north: ['northward'] },
    });
  });

  test('is the one item of a list that was missed', () => {
    const question = made({
      kind: 'list',
      prompt: 'Name the two Niles.',
      answer: ['White Nile', 'Blue Nile'],
    });
    expect(withAccepted(question, ['Blue Nile', 'Bahr el Abiad'])).toMatchObject({
      answer: [{ text: 'White Nile', accept: ['Bahr el Abiad'] }, { text: 'Blue Nile' }],
    });
    expect(withAccepted(question, ['Abay', 'Bahr el Abiad'])).toBeUndefined();
  });

  test.each<[string, object, Answer]>([
    [
      'a choice',
      { kind: 'choice', prompt: 'Which?', answer: 'a', distractors: [{ text: 'b' }, { text: 'c' }] },
      'b',
    ],
    ['a number', { kind: 'number', prompt: 'How many km?', answer: 12 }, '13'],
    ['what was not known', { kind: 'short', prompt: 'Who?', answer: 'a' }, null],
    ['two lines', { kind: 'short', prompt: 'Who?', answer: 'a' }, 'b\nc'],
    ['an empty answer', { kind: 'short', prompt: 'Who?', answer: 'a' }, ' '],
  ])('is not there for %s', (_, question, answer) => {
    expect(withAccepted(made(question), answer)).toBeUndefined();
  });
});

const parsed = parseDeckFile(`title: Rivers
language: en
access: open
documentSha256: ${REVISION}
facts:
  nile:
    statement: The Nile flows north.
    standing: stated
    passage: { exact: "flows north" }
    questions:
      where: { kind: short, prompt: "In which direction does the Nile flow?", answer: "north" }
      gap: { kind: cloze, text: "The Nile flows {{north|direction}} through all of Egypt." }
  niger:
    statement: The Niger bends.
    standing: stated
    passage: { exact: "bends" }
    questions:
      what: { kind: short, prompt: "What does the Niger do in Mali?", answer: "bends" }
      draft: { kind: short, draft: true, prompt: "What bends in Mali?", answer: "the Niger" }
`);
if (!parsed.ok) throw new Error('the deck of the test has faults');
const { file } = parsed.source;

test('a question is taken out while its fact has another one, else the fact is retired', () => {
  expect(editsFor(file, { fact: 'nile', question: 'where', answer: null }, 'retired')).toEqual([
    { type: 'remove', fact: 'nile', question: 'where' },
  ]);
  expect(editsFor(file, { fact: 'niger', question: 'what', answer: null }, 'retired')).toEqual([
    { type: 'retire', fact: 'niger' },
  ]);
});

test('a deck that was mended by hand, or where the question is gone, changes no more', () => {
  expect(editsFor(file, { fact: 'nile', question: 'where', answer: 'up' }, 'fixed')).toEqual([]);
  expect(editsFor(file, { fact: 'amazon', question: 'where', answer: 'up' }, 'retired')).toEqual([]);
});
