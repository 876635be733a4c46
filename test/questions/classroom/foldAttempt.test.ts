import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../../questions/classroom/attempt.ts';
import { foldAttempt } from '../../../questions/classroom/foldAttempt.ts';
import { GRACE_MS } from '../../../questions/classroom/window.ts';
import { shuffled } from '../../../questions/seed.ts';
import { arrival, attemptOf, OPENS_MS } from './someClass.ts';

/** The attempt has to be in ten minutes after the opening. */
const END_S = 600;
const ENDS_MS = OPENS_MS + END_S * 1000;
const LAST_S = END_S + GRACE_MS / 1000;

const fold = (arrivals: readonly Arrival[], atOnce = false) =>
  foldAttempt(attemptOf(1, [], arrivals), ENDS_MS, atOnce);
const said = (arrivals: readonly Arrival[], atOnce = false) => {
  const { answers, late, ...times } = fold(arrivals, atOnce);
  const texts = (of: typeof answers) => Object.fromEntries([...of].map(([at, { coded }]) => [at, coded]));
  return { answers: texts(answers), late: texts(late), ...times };
};
const momentOf = (second: number): number => OPENS_MS + second * 1000;

const anyArrival = fc
  .tuple(
    fc.nat(6),
    fc.integer({ min: END_S - 5, max: LAST_S + 5 }),
    fc.uniqueArray(fc.tuple(fc.nat(2), fc.constantFrom('=a', '=b', null), fc.nat(99)), {
      selector: ([at]) => at,
    }),
    fc.boolean(),
  )
  .map(([segment, second, answers, end]) => arrival(segment, second, answers, end));
const anyArrivals = fc.array(anyArrival, { maxLength: 8 });

describe('foldAttempt, for any arrivals', () => {
  it('returns the same whatever their order, and however often they are listed', () => {
    fc.assert(
      fc.property(anyArrivals, fc.boolean(), fc.integer(), (arrivals, atOnce, seed) => {
        const again = shuffled([...arrivals, ...structuredClone(arrivals)], seed);
        expect(fold(again, atOnce)).toEqual(fold(arrivals, atOnce));
      }),
      { numRuns: 500 },
    );
  });

  it('counts nothing that came after the grace, and shows as late nothing that came before', () => {
    fc.assert(
      fc.property(anyArrivals, fc.boolean(), (arrivals, atOnce) => {
        const { answers, late } = fold(arrivals, atOnce);
        for (const { receivedAtMs } of answers.values())
          expect(receivedAtMs).toBeLessThanOrEqual(ENDS_MS + GRACE_MS);
        for (const { receivedAtMs } of late.values())
          expect(receivedAtMs).toBeGreaterThan(ENDS_MS + GRACE_MS);
      }),
    );
  });

  it('is not changed by a segment that arrives again later', () => {
    fc.assert(
      fc.property(anyArrivals, anyArrival, (arrivals, last) => {
        const known = [...arrivals, last];
        const copies = known.map((one) => ({ ...one, receivedAtMs: one.receivedAtMs + 40_000 }));
        expect(fold([...copies, ...known])).toEqual(fold(known));
      }),
    );
  });
});

describe('an answer that counts', () => {
  it('is the last one in time, with the server’s moment', () => {
    const arrivals = [arrival(1, 60, [[0, '=a', 5]]), arrival(2, 120, [[0, '=b', 9]])];
    expect(fold(arrivals).answers.get(0)).toEqual({ coded: '=b', seconds: 9, receivedAtMs: momentOf(120) });
    expect(fold(arrivals)).toMatchObject({ submittedAtMs: null, lastAtMs: momentOf(120) });
  });

  it('is the first one where the right answer is told at once', () => {
    const arrivals = [arrival(1, 60, [[0, '=a', 5]]), arrival(2, 120, [[0, '=b', 9]])];
    expect(said(arrivals, true).answers).toEqual({ 0: '=a' });
  });

  it('may come until the grace is over', () => {
    expect(said([arrival(1, LAST_S, [[0, '=a', 5]])]).answers).toEqual({ 0: '=a' });
    expect(said([arrival(1, LAST_S + 1, [[0, '=a', 5]])]).answers).toEqual({});
  });

  it('stands once the attempt is handed in, whatever comes after', () => {
    const arrivals = [arrival(1, 60, [[0, '=a', 5]], true), arrival(2, 61, [[0, '=b', 5]], true)];
    const late = arrival(3, LAST_S + 9, [[0, '=c', 5]], true);
    expect(said([...arrivals, late])).toEqual({
      answers: { 0: '=a' },
      late: {},
      submittedAtMs: momentOf(60),
      lastAtMs: momentOf(60),
    });
  });

  it('is of the moment when its segment first arrived, and stands against one given later', () => {
    const [first, other] = [arrival(1, 60, [[0, '=a', 5]]), arrival(2, 70, [[0, '=b', 5]])];
    const again = { ...first, receivedAtMs: momentOf(90) };
    expect(fold([again, first]).answers.get(0)?.receivedAtMs).toBe(momentOf(60));
    expect(said([again, other, first]).answers).toEqual({ 0: '=b' });
  });

  it('counts under the name of a segment that was used before', () => {
    const arrivals = [arrival(1, 60, [[0, '=a', 5]]), arrival(1, 90, [[1, '=b', 5]])];
    for (const atOnce of [false, true]) expect(said(arrivals, atOnce).answers).toEqual({ 0: '=a', 1: '=b' });
  });

  it('is handed in under the name of a segment that was used before', () => {
    const arrivals = [arrival(1, 60, [[0, '=a', 5]]), arrival(1, 90, [[0, '=a', 5]], true)];
    expect(said(arrivals).submittedAtMs).toBe(momentOf(90));
  });
});

describe('an answer that was told on', () => {
  const told = (one: Arrival): Arrival => ({ ...one, kept: { ...one.kept, told: true } });

  it('stands though the test gives no feedback at once any more', () => {
    const first = told(arrival(1, 60, [[0, '=a', 5]]));
    const then = arrival(2, 90, [
      [0, '=b', 5],
      [1, '=b', 5],
    ]);
    const late = arrival(3, LAST_S + 9, [[0, '=c', 5]]);
    expect(said([first, then, late])).toMatchObject({ answers: { 0: '=a', 1: '=b' }, late: {} });
  });

  it('takes the place of a draft that was kept before', () => {
    const draft = arrival(1, 60, [[0, '=a', 5]]);
    expect(said([draft, told(arrival(2, 90, [[0, '=b', 5]]))]).answers).toEqual({ 0: '=b' });
  });
});

describe('a late answer', () => {
  const inTime = arrival(1, 60, [
    [0, '=a', 5],
    [1, '=a', 5],
  ]);
  const late = arrival(
    2,
    LAST_S + 60,
    [
      [0, '=a', 5],
      [1, '=b', 5],
      [2, null, 5],
    ],
    true,
  );

  it('is shown where it is not the one that counts, and the attempt is not handed in', () => {
    expect(said([inTime, late])).toEqual({
      answers: { 0: '=a', 1: '=a' },
      late: { 1: '=b', 2: null },
      submittedAtMs: null,
      lastAtMs: momentOf(60),
    });
  });

  it('counts once the end is moved', () => {
    const folded = foldAttempt(attemptOf(1, [], [inTime, late]), ENDS_MS + 120_000, false);
    expect(folded.answers.get(1)?.coded).toBe('=b');
    expect(folded).toMatchObject({ submittedAtMs: momentOf(LAST_S + 60), late: new Map() });
  });

  it('is none that came after a late end, because it would not count with more time', () => {
    const after = arrival(3, LAST_S + 90, [[2, '=c', 5]]);
    expect(said([inTime, late, after]).late).toEqual({ 1: '=b', 2: null });
  });

  it('is none to a question that was answered and told', () => {
    expect(said([inTime, late], true).late).toEqual({ 2: null });
  });
});
