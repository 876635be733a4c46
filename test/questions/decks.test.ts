import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDeckFolder } from '../../questions/cli/decks.ts';
import { compile } from '../../questions/compile.ts';
import { parseDeckFile } from '../../questions/deckSource.ts';
import { giveFeedback } from '../../questions/feedback.ts';
import type { Answer } from '../../questions/kind.ts';
import { checkAnswer, KIND_NAMES, type View } from '../../questions/kinds.ts';
import { lint } from '../../questions/lint.ts';
import type { Question } from '../../questions/deck.ts';
import { blanksOf } from '../../questions/blank.ts';

const folder = readDeckFolder(join(import.meta.dirname, '../../questions/decks/kazakhstan-january-2022'));
const parsed = parseDeckFile(folder.yaml);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const { file } = parsed.source;
const { deck, key, document } = compile(folder.id, folder.revision, file, folder.document);
const facts = Object.values(file.facts);
const questions = facts.flatMap((fact) => Object.values(fact.questions));

/** SHA-256 of the article as it was received. */
const ORIGINAL = '8f784da998e0a2c3ebcb09ec304b91ac58f295a9048010f2be6c0d2a84ad76af';

test('the document is the article to the byte, faults and all', () => {
  expect(folder.documentSha256).toBe(ORIGINAL);
});

test('the check finds no error and no warning that its author has not acknowledged', () => {
  const findings = lint(parsed.source, folder.document, { sha256: folder.documentSha256, publish: true });
  expect(findings.filter(({ level }) => level !== 'I')).toEqual([]);
});

test('it has at least 60 facts and 130 authored questions, of every kind', () => {
  expect(facts.length).toBeGreaterThanOrEqual(60);
  expect(questions.length).toBeGreaterThanOrEqual(130);
  const kinds = new Set(deck.facts.flatMap((fact) => fact.questions.map(({ view }) => view.kind)));
  expect([...kinds].toSorted()).toEqual([...KIND_NAMES].toSorted());
});

test('at least 30 core facts have two forms of different kinds or more', () => {
  const core = facts.filter(({ tags }) => tags.includes('core'));
  const kindsOf = core.map((fact) => new Set(Object.values(fact.questions).map(({ kind }) => kind)).size);
  expect(core.length).toBeGreaterThanOrEqual(30);
  expect(kindsOf.filter((kinds) => kinds < 2)).toEqual([]);
});

test('every wrong option says why it is wrong', () => {
  const silent = questions.flatMap((question) =>
    'distractors' in question ? question.distractors.filter(({ because }) => because === undefined) : [],
  );
  expect(silent).toEqual([]);
});

/** The right answer to a question in the shape of its view. */
function keyOf(question: Question, view: View, standing: string, solution: readonly string[]): Answer {
  switch (question.kind) {
    case 'choice':
    case 'short':
      return question.answer;
    case 'multiple':
    case 'order':
      return question.answer;
    case 'number':
      return String(question.answer) + (question.unitRequired === true ? ` ${question.unit ?? ''}` : '');
    case 'cloze':
      return blanksOf(question.text).blanks.map(({ answer }) => answer);
    case 'list':
      return question.answer.map(({ text }) => text);
    case 'match':
      return question.answer.map(({ left, right }) => [left, right] as const);
    case 'judge':
      return standing;
    case 'evidence':
      return view.kind === 'evidence'
        ? (view.sentences.find((sentence) => solution.includes(sentence)) ?? null)
        : null;
  }
}

const asked = deck.facts.flatMap((fact) =>
  fact.questions.map(({ id, view }) => ({ fact: fact.id, question: id, view, name: `${fact.id}/${id}` })),
);

test.each(asked)('$name: its own key is complete and right', ({ fact, question, view }) => {
  const keyed = key.facts[fact];
  const asking = keyed?.questions[question];
  if (keyed === undefined || asking === undefined) throw new Error('no key');
  const solution = giveFeedback(deck, key, document, { fact, question, answer: null })?.told?.solution ?? [];
  const answer = keyOf(asking, view, keyed.standing, solution);
  expect(checkAnswer(view, answer)).toBe('complete');
  expect(giveFeedback(deck, key, document, { fact, question, answer })?.verdict).toMatchObject({
    outcome: 'right',
    share: 1,
  });
});
