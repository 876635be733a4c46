import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { foldGradebook } from '../../../questions/classroom/foldGradebook.ts';
import { knownByClass, STUDENTS_MIN } from '../../../questions/classroom/knownByClass.ts';
import type { AttemptRecord } from '../../../questions/classroom/attempt.ts';
import type { Act } from '../../../questions/classroom/act.ts';
import { FactIdSchema } from '../../../questions/ids.ts';
import type { Answer } from '../../../questions/kind.ts';
import {
  answersTo,
  arrival,
  assign,
  attemptOf,
  classOf,
  handedIn,
  inputOf,
  kept,
  LATER_MS,
  OPENS_MS,
  person,
  repair,
} from './someClass.ts';
import { harbour, ref } from './someDecks.ts';

const [YEAR, GAP, WHERE] = [
  ref('stone-pier-finished/which-year'),
  ref('stone-pier-finished/year-gap'),
  ref('fleet-moved/where-to'),
];
const ASKED = [YEAR, GAP, WHERE];
const STUDENTS = [1, 2, 3, 4, 5].map((number) => person(number, `Student ${number}`));
/** Last in the document first. */
const FACTS = Object.entries(harbour.key.facts)
  .map(([fact, { statement, place }]) => ({ fact: v.parse(FactIdSchema, fact), statement, place }))
  .reverse();

function knownAfter(
  attempts: readonly AttemptRecord[],
  acts: readonly Act[] = [assign()],
  nowMs = LATER_MS,
): Readonly<Record<string, unknown>> {
  const record = classOf({ students: STUDENTS, acts: acts.map((act, at) => kept(at + 1, act)) });
  const known = knownByClass(foldGradebook(inputOf(record, attempts, { nowMs })), FACTS);
  return Object.fromEntries(known.map(({ fact, known: share, n }) => [fact, [share, n]]));
}
const byEach = (answers: readonly (readonly (Answer | undefined)[])[]) =>
  answers.map((given, at) => handedIn(at + 1, ASKED, given));

const RIGHT = ['1871', ['1871'], 'Orvik'];
const FIVE = [RIGHT, RIGHT, RIGHT, ['1871', null, null], [null, null, null]];

describe('what a class knows of a fact', () => {
  it('is the mean over students of what each got of its questions', () => {
    expect(knownAfter(byEach(FIVE))).toEqual({
      'stone-pier-finished': [(3 + 0.5) / 5, 5],
      'fleet-moved': [3 / 5, 5],
    });
  });

  it('weighs every student the same, however many of its questions each was asked', () => {
    const once = [1, 2, 3, 4].map((number) => handedIn(number, [YEAR], ['1871']));
    const twice = handedIn(5, [YEAR, GAP], [null, null]);
    expect(knownAfter([...once, twice])).toEqual({ 'stone-pier-finished': [4 / 5, 5] });
  });

  it('is told from five students up', () => {
    expect(STUDENTS_MIN).toBe(5);
    expect(knownAfter(byEach(FIVE.slice(1)))).toEqual({});
  });

  it('leaves a fact out that fewer than five were asked', () => {
    const attempts = [...byEach(FIVE.slice(0, 4)), handedIn(5, [YEAR], ['1871'])];
    expect(Object.keys(knownAfter(attempts))).toEqual(['stone-pier-finished']);
  });

  it('does not count what was dropped', () => {
    const acts = [assign(), repair(GAP, { do: 'drop' }), repair(WHERE, { do: 'drop' })];
    expect(knownAfter(byEach(FIVE), acts)).toEqual({ 'stone-pier-finished': [4 / 5, 5] });
  });

  it('does not count an attempt that still runs: what is open there is not yet unknown', () => {
    const running = attemptOf(5, ASKED, [arrival(1, 60, answersTo(ASKED, ['1871']))]);
    const attempts = [...byEach(FIVE.slice(0, 4)), running];
    expect(knownAfter(attempts, undefined, OPENS_MS + 90_000)).toEqual({});
    expect(Object.keys(knownAfter(attempts))).toHaveLength(2);
  });

  it('does not count a first attempt that still runs beside one that was handed in on another device', () => {
    const acts = [assign({ attempts: 2, counts: 'first' })];
    const attempts = [...byEach(FIVE), attemptOf(5, ASKED, [], 1)].filter(
      ({ arrivals, member }) => arrivals.length === 0 || !member.endsWith('5'),
    );
    const second = handedIn(5, ASKED, RIGHT, 2);
    expect(knownAfter([...attempts, second], acts, OPENS_MS + 600_000)).toEqual({});
  });

  it('stands in the document’s order', () => {
    const order = Object.keys(knownAfter(byEach(FIVE)));
    expect(order).toEqual(['stone-pier-finished', 'fleet-moved']);
  });
});
