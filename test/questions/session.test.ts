import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, dayNumber } from '../../questions/day.ts';
import { fold } from '../../questions/fold.ts';
import type { Demand } from '../../questions/form.ts';
import { strengthAt } from '../../questions/strength.ts';
import type { Answered, Rating, Review } from '../../questions/review.ts';
import { buildSession, nextInSession } from '../../questions/session.ts';
import type { Apart, AskedItem, SessionFact, SessionItem, SessionRequest } from '../../questions/session.ts';
import { NOON_MS, answered, fact, question, reviewId } from './someReviews.ts';

const deckFact = (
  name: string,
  demands: readonly Demand[] = [0, 2, 3],
  tags: readonly string[] = [],
): SessionFact => ({
  id: fact(name),
  tags,
  questions: demands.map((demand, index) => ({ id: question(`q${index}`), demand })),
});
const deck = (count: number): SessionFact[] =>
  Array.from({ length: count }, (_, index) => deckFact(`f${index}`));

const request = (change: Partial<SessionRequest> = {}): SessionRequest => ({
  facts: deck(30),
  schedule: fold([]),
  nowMs: NOON_MS,
  zone: 0,
  limit: 20,
  seed: 'seed',
  ...change,
});
const namesOf = (session: readonly SessionItem[]): string[] => session.map((item) => item.fact);
const refOf = (item: SessionItem): string => `${item.fact}/${item.question}`;

/** One answer a fact: `daysAgo` before noon, rated good. */
const answersTo = (daysAgo: Record<string, number>): Answered[] =>
  Object.entries(daysAgo).map(([name, days], index) =>
    answered(index, { fact: fact(name), question: question('q0'), answeredAtMs: NOON_MS - days * DAY_MS }),
  );

describe('buildSession', () => {
  it('introduces new facts in the order of the deck when nothing is due', () => {
    expect(namesOf(buildSession(request({ limit: 3 }))).sort()).toEqual(['f0', 'f1', 'f2']);
  });

  it('asks what is due first, the most at risk first, and then new facts', () => {
    const schedule = fold(answersTo({ f5: 4, f6: 40, f7: 9, f8: 1 }));
    const facts = deck(10).map((each, index) => ({ ...each, tags: [`t${index}`] }));
    const session = namesOf(buildSession(request({ facts, schedule, limit: 5 })));
    expect(session.slice(0, 3)).toEqual(['f6', 'f7', 'f5']);
    expect(session.slice(3).sort()).toEqual(['f0', 'f1']);
  });

  it('counts the new facts of the same learner day, not those of yesterday', () => {
    const today = answersTo({ f0: 0, f1: 0, f2: 0 });
    expect(buildSession(request({ schedule: fold(today), newPerDay: 5 }))).toHaveLength(2);
    expect(buildSession(request({ schedule: fold(today), newPerDay: 3 }))).toHaveLength(0);
    expect(buildSession(request({ schedule: fold(today) }))).toHaveLength(7);
    expect(buildSession(request({ schedule: fold(answersTo({ f0: 1 })), newPerDay: 5 }))).toHaveLength(5);
  });

  it('keeps to the tags', () => {
    const facts = [deckFact('a', [0], ['csto']), deckFact('b', [0], ['unrest']), deckFact('c', [0])];
    expect(namesOf(buildSession(request({ facts, tags: ['csto'] })))).toEqual(['a']);
    expect(namesOf(buildSession(request({ facts, tags: [] })))).toHaveLength(3);
  });

  it('asks mistakes again, due or not, however many new facts there were today', () => {
    const schedule = fold([answered(0, { fact: fact('f3'), rating: 1, answeredAtMs: NOON_MS })]);
    const session = buildSession(request({ schedule, only: [fact('f3'), fact('f9')], newPerDay: 0 }));
    expect(namesOf(session)).toEqual(['f3', 'f9']);
  });

  it('asks a weak memory to recognise and a strong one to recall', () => {
    const strong = [0, 3, 14, 60].map((day, index) =>
      answered(index, {
        fact: fact('f1'),
        question: question('q1'),
        answeredAtMs: NOON_MS + (day - 400) * DAY_MS,
      }),
    );
    const [old, fresh] = buildSession(request({ facts: deck(2), schedule: fold(strong) }));
    expect([old, fresh]).toEqual([
      { fact: 'f1', question: 'q2' },
      { fact: 'f0', question: 'q0' },
    ]);
  });

  it('takes another form, or waits with the fact, when two questions cue one another', () => {
    const facts = [deckFact('a', [0]), deckFact('b', [0, 0]), deckFact('c', [0])];
    const apart: Apart = [
      ['a/q0', 'b/q0'],
      ['c/q0', 'a/q0'],
    ];
    expect(buildSession(request({ facts, apart })).map(refOf).sort()).toEqual(['a/q0', 'b/q1']);
  });

  it('mixes tags', () => {
    const facts = ['a1', 'a2', 'b1', 'b2'].map((name) => deckFact(name, [0], [name.slice(0, 1)]));
    expect(namesOf(buildSession(request({ facts })))).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  it('asks nothing of an empty deck, of facts without questions, or with no room', () => {
    expect(buildSession(request({ facts: [] }))).toEqual([]);
    expect(buildSession(request({ facts: [deckFact('a', [])] }))).toEqual([]);
    expect(buildSession(request({ limit: 0 }))).toEqual([]);
  });
});

describe('nextInSession', () => {
  const facts = deck(6);
  const plan = buildSession(request({ facts }));

  it('asks the plan in order and ends when all is right', () => {
    expect(play(plan, facts, () => 3).map(refOf)).toEqual(plan.map(refOf));
  });

  it('brings a fact rated again back three questions later, in another form', () => {
    const asked = play(plan, facts, (_, turn) => (turn === 0 ? 1 : 3));
    expect(asked).toHaveLength(7);
    expect(asked[3]?.fact).toBe(plan[0]?.fact);
    expect(asked[3]?.question).not.toBe(plan[0]?.question);
  });

  it('brings it back at most twice', () => {
    const asked = play(plan, facts, (item) => (item.fact === plan[0]?.fact ? 1 : 3));
    expect(namesOf(asked).filter((name) => name === plan[0]?.fact)).toHaveLength(3);
  });

  it('ends rather than ask the only fact left twice in a row', () => {
    expect(play(plan.slice(0, 1), facts, () => 1)).toHaveLength(1);
    expect(namesOf(play(plan.slice(0, 2), facts, () => 1))).toEqual(
      [0, 1, 0, 1, 0, 1].map((index) => plan[index]?.fact),
    );
  });

  it('returns in no form that another question of the session gives away', () => {
    const two = [deckFact('a', [0, 1]), deckFact('b', [0])];
    const items = [
      { fact: fact('a'), question: question('q0') },
      { fact: fact('b'), question: question('q0') },
    ];
    expect(play(items, two, () => 1, [['a/q1', 'b/q0']]).map(refOf)).toEqual(['a/q0', 'b/q0']);
    expect(
      play(items, two, () => 1)
        .map(refOf)
        .slice(0, 3),
    ).toEqual(['a/q0', 'b/q0', 'a/q1']);
  });
});

describe('sessions, day after day', () => {
  const demands = fc.array(fc.constantFrom<Demand>(0, 1, 2, 3), { minLength: 1, maxLength: 4 });
  const tags = fc.subarray(['csto', 'unrest', 'economy']);
  const facts = fc
    .array(fc.tuple(demands, tags), { minLength: 1, maxLength: 12 })
    .map((shapes) => shapes.map(([forms, own], index) => deckFact(`f${index}`, forms, own)));
  const pairs = fc
    .array(fc.tuple(fc.nat(11), fc.nat(3), fc.nat(11), fc.nat(3)), { maxLength: 8 })
    .map((all) =>
      all
        .filter(([a, , b]) => a !== b)
        .map(([a, p, b, q]): [string, string] => [`f${a}/q${p}`, `f${b}/q${q}`]),
    );
  const worlds = fc.record({
    facts,
    apart: pairs,
    limit: fc.integer({ min: 0, max: 8 }),
    newPerDay: fc.integer({ min: 0, max: 6 }),
    gaps: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }),
    ratings: fc.infiniteStream(fc.constantFrom<Rating>(1, 1, 2, 3, 3, 4)),
    seed: fc.string(),
  });

  it('keep every promise', () => {
    fc.assert(
      fc.property(worlds, ({ facts: all, apart, gaps, ratings, ...rest }) => {
        const log: Review[] = [];
        const lastForm = new Map<string, string>();
        let nowMs = NOON_MS;
        for (const gap of gaps) {
          nowMs += gap * 8 * 3_600_000;
          const asking = request({ facts: all, apart, schedule: fold(log), nowMs, ...rest });
          const session = buildSession(asking);
          expect(buildSession(asking)).toEqual(session);
          expectFair(session, asking);
          const asked = play(session, all, () => ratings.next().value, apart);
          expectSpread(asked, all, apart, lastForm);
          for (const item of asked) {
            nowMs += 20_000;
            log.push(answered(log.length, { ...item, id: reviewId(log.length), answeredAtMs: nowMs }));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Plays a session to its end. */
function play(
  plan: readonly SessionItem[],
  facts: readonly SessionFact[],
  rate: (item: SessionItem, turn: number) => Rating,
  apart: Apart = [],
): AskedItem[] {
  const asked: AskedItem[] = [];
  for (let turn = 0; turn < 200; turn += 1) {
    const item = nextInSession(plan, asked, facts, apart);
    if (item === null) break;
    asked.push({ ...item, rating: rate(item, turn) });
  }
  return asked;
}

/** Limits hold; only due or new facts; due before new; one question of a fact; near the order of risk. */
function expectFair(
  session: readonly SessionItem[],
  { schedule, nowMs, zone, limit, newPerDay = 10 }: SessionRequest,
) {
  expect(session.length).toBeLessThanOrEqual(limit);
  expect(new Set(namesOf(session)).size).toBe(session.length);
  const memories = session.map((item) => schedule.facts.get(item.fact));
  for (const memory of memories) if (memory !== undefined) expect(memory.dueAtMs).toBeLessThanOrEqual(nowMs);
  const isNew = memories.map((memory) => memory === undefined);
  expect(isNew).toEqual([...isNew].sort((a, b) => Number(a) - Number(b)));
  const today = [...schedule.facts.values()].filter(
    (memory) => memory.firstDay === dayNumber(nowMs, zone),
  ).length;
  expect(isNew.filter(Boolean).length).toBeLessThanOrEqual(Math.max(0, newPerDay - today));
  const strengths = memories.flatMap((memory) => (memory === undefined ? [] : [strengthAt(memory, nowMs)]));
  const sorted = [...strengths].sort((a, b) => a - b);
  strengths.forEach((strength, place) => {
    expect(strength).toBeGreaterThanOrEqual(sorted[Math.max(0, place - 3)] ?? 0);
  });
}

/** No fact twice in a row; no form twice in a row for a fact with several; no pair that cues; at most three times. */
function expectSpread(
  asked: readonly SessionItem[],
  facts: readonly SessionFact[],
  apart: Apart,
  lastForm: Map<string, string>,
) {
  asked.forEach((item, place) => {
    expect(asked[place + 1]?.fact).not.toBe(item.fact);
    const forms = facts.find((each) => each.id === item.fact)?.questions.length ?? 0;
    if (forms > 1) expect(lastForm.get(item.fact)).not.toBe(item.question);
    lastForm.set(item.fact, item.question);
    expect(asked.filter((other) => other.fact === item.fact).length).toBeLessThanOrEqual(3);
  });
  const refs = new Set(asked.map(refOf));
  for (const [one, other] of apart) expect(refs.has(one) && refs.has(other)).toBe(false);
}
