import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { predictionCheck, recallByFact, standingsOf } from '../../../questions/classroom/recallReport.ts';
import {
  KeptStandingSchema,
  StandingReportSchema,
  type FactStanding,
  type KeptStanding,
} from '../../../questions/classroom/recall.ts';
import { standingReport, uncheckedFacts } from '../../../questions/classroom/retainReport.ts';
import { DAY_MS } from '../../../questions/day.ts';
import { fold } from '../../../questions/fold.ts';
import { retrievability } from '../../../questions/memory.ts';
import type { Review } from '../../../questions/review.ts';
import { answered, claim, fact, NOON_MS, reset, reviewId, undo } from '../someReviews.ts';

const [A, B, C] = [fact('a'), fact('b'), fact('c')];
const DATE_MS = NOON_MS + 10 * DAY_MS;

function reported(reviews: readonly Review[], facts = [A, B, C]) {
  return standingReport({ facts, reviews, dateMs: DATE_MS, minutesADay: 4 });
}

describe('a student’s report', () => {
  test('has the memory of each fact in scope that was answered', () => {
    const log = [answered(1), answered(3, { fact: B, rating: 1 }), answered(4, { fact: fact('else') })];
    const memory = fold(log).facts.get(A);
    const report = reported(log);
    expect(report.facts.map((told) => told.fact)).toEqual([A, B]);
    expect(report.facts[0]).toEqual({ fact: A, stability: memory?.stability, lastAtMs: memory?.lastAtMs });
    expect(report.minutesADay).toBe(4);
    expect(v.is(StandingReportSchema, report)).toBe(true);
  });

  test('keeps the memory that held on the date, and sets the first answer since against it', () => {
    const log = [answered(1), answered(12, { rating: 1, outcome: 'wrong' }), answered(13)];
    const [told] = reported(log).facts;
    const before = fold([answered(1)]).facts.get(A);
    expect(told).toMatchObject({ stability: before?.stability, lastAtMs: NOON_MS + DAY_MS });
    expect(told?.check).toEqual({
      predicted: retrievability(before?.stability ?? 0, 11),
      right: false,
    });
  });

  test('predicts nothing of a fact that was first answered after the date', () => {
    expect(reported([answered(11)]).facts[0]?.check).toEqual({ predicted: 0, right: true });
  });

  test('takes back what the student took back, and believes a claim, also where that was later', () => {
    const log = [answered(1), answered(2), answered(11, { rating: 1 }), answered(12)];
    expect(reported([...log, undo(13, reviewId(11))]).facts[0]?.check?.right).toBe(true);
    expect(reported([...log, claim(13, reviewId(11))]).facts[0]?.check?.right).toBe(true);
    expect(reported([...log, undo(13, reviewId(2))]).facts[0]?.lastAtMs).toBe(NOON_MS + DAY_MS);
  });

  test('does not lose the memory of the date when the student begins afresh after it', () => {
    expect(reported([answered(1), reset(11), answered(12)]).facts[0]?.lastAtMs).toBe(NOON_MS + DAY_MS);
  });

  test('stays within what a report may hold', () => {
    const facts = Array.from({ length: 400 }, (_, n) => fact(`fact-${n}`));
    const log = facts.map((id, n) => answered(n, { fact: id, answeredAtMs: NOON_MS }));
    expect(v.is(StandingReportSchema, reported(log, facts))).toBe(true);
  });

  test('knows what was not asked since the date', () => {
    const log = [answered(1), answered(11, { fact: B })];
    expect(uncheckedFacts({ facts: [A, B, C], reviews: log, dateMs: DATE_MS })).toEqual([A, C]);
  });
});

/** A report of a student (`n`), sent that many hours after noon of the first day. */
function kept(n: number, facts: readonly FactStanding[], hours = 0): KeptStanding {
  return v.parse(KeptStandingSchema, {
    member: memberOf(n),
    sentAtMs: NOON_MS + hours * 3_600_000,
    report: { facts: [...facts], minutesADay: 1 },
  });
}

const memberOf = (n: number) => `${n}`.padStart(26, '0');

/** A fact whose recall on the date is 0.9. */
function standing(id: FactStanding['fact'], check?: FactStanding['check']): FactStanding {
  const common = { fact: id, stability: 5, lastAtMs: DATE_MS - 5 * DAY_MS };
  return check === undefined ? common : { ...common, check };
}

describe('a class’s recall', () => {
  test('is the mean over the students who sent a report; what was never answered counts 0', () => {
    const both = [kept(1, [standing(A), standing(B)]), kept(2, [standing(A)])];
    const recall = recallByFact(both, [A, B, C], DATE_MS);
    expect(recall.facts.map(({ fact: id, answered: n }) => [id, n])).toEqual([
      [A, 2],
      [B, 1],
      [C, 0],
    ]);
    expect(recall.facts.map(({ recall: part }) => part.toFixed(3))).toEqual(['0.900', '0.450', '0.000']);
    expect(recall.students.map(({ recall: part }) => part.toFixed(3))).toEqual(['0.600', '0.300']);
  });

  test('does not count as known what was first answered after the date', () => {
    const late = kept(1, [
      { fact: A, stability: 50, lastAtMs: DATE_MS + 1, check: { predicted: 0, right: true } },
    ]);
    expect(recallByFact([late], [A], DATE_MS).facts[0]?.recall).toBe(0);
  });

  test('takes the latest report of a student who has several keys, and none of one who is gone', () => {
    const [first, second, gone] = [kept(1, [], 1), kept(2, [standing(A)], 2), kept(3, [])];
    const student = { name: 'Ada', joinedAtMs: 0, gone: false };
    const students = [
      { ...student, member: first.member, members: [first.member, second.member] },
      { ...student, member: gone.member, members: [gone.member], gone: true },
    ];
    expect(standingsOf(students, [first, second, gone])).toEqual([{ ...second, member: first.member }]);
  });
});

describe('the check of a prediction', () => {
  test('is null while nobody was asked since the date', () => {
    expect(predictionCheck([kept(1, [standing(A)])])).toBeNull();
  });

  test('sets what was predicted against what was right, over all and by how sure it was', () => {
    const check = predictionCheck([
      kept(1, [standing(A, { predicted: 0.9, right: true }), standing(B, { predicted: 0.6, right: false })]),
      kept(2, [standing(A, { predicted: 1, right: true }), standing(C)]),
    ]);
    expect(check?.n).toBe(3);
    expect(check?.predicted).toBeCloseTo(2.5 / 3);
    expect(check?.right).toBeCloseTo(2 / 3);
    expect(check?.brier).toBeCloseTo((0.01 + 0.36 + 0) / 3);
    expect(check?.bins.map(({ from, to, n, right }) => [from, to, n, right])).toEqual([
      [0.5, 0.7, 1, 0],
      [0.9, 1, 2, 1],
    ]);
  });
});
