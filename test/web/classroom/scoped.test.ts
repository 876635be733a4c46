import * as v from 'valibot';
import { expect, test } from 'vitest';
import { AssignmentIdSchema, QuestionRefSchema } from '../../../questions/classroom/ids.ts';
import { FactIdSchema } from '../../../questions/ids.ts';
import type { View } from '../../../questions/kinds.ts';
import { cuesAmong } from '../../../web/classroom/editor/cues.ts';
import { newForm, type Form } from '../../../web/classroom/editor/form.ts';
import { mostQuestions, questionsInForm, sampled, tagsIn } from '../../../web/classroom/editor/scoped.ts';
import type { TestDeck } from '../../../web/classroom/grading/testDeck.ts';

const short = (prompt: string): View => ({ kind: 'short', prompt, expects: 'text' });
const evidence: View = {
  kind: 'evidence',
  prompt: 'Where?',
  claim: 'It is so.',
  sentences: ['Almaty it was.'],
};
const known = (view: View, answer: string) => ({
  view,
  solution: [answer],
  statement: 'A statement.',
  place: { start: 0, end: 5 },
});
const QUESTIONS = {
  'city/name': known(short('Which city?'), 'Almaty'),
  'city/again': known(short('In which city did it begin?'), 'Almaty'),
  'city/where': known(evidence, 'Almaty it was.'),
  'year/when': known(short('When did it reach Almaty?'), '2022'),
};
const ref = (name: string) => v.parse(QuestionRefSchema, name);
const fact = (id: string, tags: string[]): TestDeck['facts'][number] => ({
  fact: v.parse(FactIdSchema, id),
  statement: 'A statement.',
  passage: 'Words',
  place: { start: 0, end: 5 },
  tags,
  questions: Object.entries(QUESTIONS)
    .filter(([name]) => name.startsWith(`${id}/`))
    .map(([name, { view, solution }]) => ({ question: ref(name), view: { ...view }, solution })),
});
const DECK: TestDeck = {
  title: 'Deck',
  language: 'en',
  document: 'Words',
  facts: [fact('city', ['places', 'core']), fact('year', ['core'])],
  questions: new Map(Object.entries(QUESTIONS).map(([name, question]) => [ref(name), question])),
};
const FORM = newForm(v.parse(AssignmentIdSchema, '01ARZ3NDEKTSV4RRFFQ69G5FAV'), 'seed', 0);
const named = (part: Partial<Form>) => questionsInForm(DECK, { ...FORM, ...part }).map((one) => one.ref);

test('a scope has the questions that an author wrote, and a picked one whatever it is', () => {
  expect(named({})).toEqual(['city/name', 'city/again', 'year/when']);
  expect(named({ by: 'tags', tags: ['places'] })).toEqual(['city/name', 'city/again']);
  expect(named({ by: 'facts', facts: ['year'] })).toEqual(['year/when']);
  expect(named({ by: 'questions', questions: ['year/when', 'city/where'] })).toEqual([
    'city/where',
    'year/when',
  ]);
});

test('one question a fact can be asked, unless they were picked', () => {
  expect(mostQuestions(DECK, FORM)).toBe(2);
  expect(mostQuestions(DECK, { ...FORM, by: 'questions', questions: ['city/name', 'city/again'] })).toBe(2);
  expect(sampled(DECK, { ...FORM, count: '' }, 'a').map((one) => one.ref.split('/')[0])).toHaveLength(2);
  expect(sampled(DECK, { ...FORM, count: '1' }, 'a')).toHaveLength(1);
});

test('tags are counted by fact', () => {
  expect(tagsIn(DECK)).toEqual([
    ['places', 1],
    ['core', 2],
  ]);
});

test('a question that shows another one’s typed answer as whole words is named with it', () => {
  const pairs = cuesAmong(questionsInForm(DECK, FORM)).map(([cue, asked]) => [cue.ref, asked.ref]);
  expect(pairs).toEqual([
    ['year/when', 'city/name'],
    ['year/when', 'city/again'],
  ]);
});
