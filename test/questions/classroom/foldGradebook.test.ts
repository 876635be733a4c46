import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Act, ClassRecord } from '../../../questions/classroom/act.ts';
import type { Test } from '../../../questions/classroom/assignment.ts';
import type { AttemptRecord } from '../../../questions/classroom/attempt.ts';
import {
  countedPoints,
  foldGradebook,
  repairEffect,
  rowOf,
  serialiseGradebook,
} from '../../../questions/classroom/foldGradebook.ts';
import { GradebookSchema, type Dispute } from '../../../questions/classroom/gradebook.ts';
import { GRACE_MS } from '../../../questions/classroom/window.ts';
import { shuffled } from '../../../questions/seed.ts';
import {
  allow,
  answersTo,
  arrival,
  ASSIGNMENT,
  assign,
  attemptId,
  attemptOf,
  classOf,
  CLOSES_MS,
  handedIn,
  inputOf,
  kept,
  LATER_MS,
  member,
  merge,
  MINUTE_MS,
  OPENS_MS,
  person,
  repair,
} from './someClass.ts';
import { harbour, harbourWith, ref, testable } from './someDecks.ts';

const [TRADES, WHERE, YEAR] = [
  ref('three-trades/name-the-three'),
  ref('fleet-moved/where-to'),
  ref('stone-pier-finished/which-year'),
];
const ASKED = [WHERE, TRADES, YEAR];
const ALL_RIGHT = ['Orvik', ['herring', 'salt', 'rope'], '1871'];
const HALF_RIGHT = ['Tarn Point', ['herring', 'salt'], '1871'];

/** The deck once nobody can be asked where the fleet went. */
const withoutFleet = harbourWith((file) => ({
  ...file,
  facts: Object.fromEntries(Object.entries(file.facts).filter(([fact]) => fact !== 'fleet-moved')),
}));

const withActs = (...acts: readonly Act[]): ClassRecord =>
  classOf({ acts: acts.map((act, at) => kept(at + 1, act)) });
const bookOf = (
  attempts: readonly AttemptRecord[],
  acts: readonly Act[] = [assign()],
  change: Parameters<typeof inputOf>[2] = {},
) => foldGradebook(inputOf(withActs(...acts), attempts, change));
/** Ann's line. */
const annOf = (...args: Parameters<typeof bookOf>) => bookOf(...args).rows[0];
const set = (change: Partial<Test>) => [assign(change)];

const dispute = (number: number, words: string, sinceMs: number, at = 0): Dispute => ({
  member: member(number),
  attempt: attemptId(0, number),
  at,
  words,
  sinceMs,
});

const anyAnswers = fc
  .tuple(
    fc.constantFrom(undefined, null, 'Orvik', 'Kelder Bay'),
    fc.constantFrom(undefined, null, ['herring'], ['salt', 'rope', 'herring']),
    fc.constantFrom(undefined, null, '1871', '1872'),
  )
  .map((answers) => answersTo(ASKED, answers));
const anyAttempt = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom(0, 10, 100),
    fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 10_000 }), anyAnswers, fc.boolean()), {
      maxLength: 4,
    }),
  )
  .map(([number, minute, arrivals]) =>
    attemptOf(
      number,
      ASKED,
      arrivals.map(([segment, second, answers, end]) => arrival(segment, second, answers, end)),
      minute,
    ),
  );
const anyAttempts = fc.uniqueArray(anyAttempt, {
  selector: (record) => `${record.member}.${record.attempt}`,
  maxLength: 6,
});
const anySettings = fc.record({
  attempts: fc.integer({ min: 1, max: 3 }),
  counts: fc.constantFrom('first', 'last', 'best'),
  feedback: fc.constantFrom('at-once', 'after-close'),
  minutes: fc.constantFrom(null, 30),
});
const anyChange = fc.constantFrom<Act[]>(
  [],
  [allow(1, 15)],
  [merge(1, 2)],
  [repair(WHERE, { do: 'drop' })],
  [repair(YEAR, { do: 'key', answer: '1872', also: false })],
);

describe('foldGradebook, for any attempts', () => {
  it('returns the same bytes whatever the order of what is kept, and however often it is listed', () => {
    fc.assert(
      fc.property(anyAttempts, anySettings, anyChange, fc.integer(), (attempts, settings, changes, seed) => {
        const record = withActs(assign(settings), ...changes);
        const disputes = [dispute(1, 'No.', 5), dispute(1, 'Why?', 7), dispute(2, 'But …', 6)];
        const again = shuffled([...attempts, ...attempts], seed).map((one) => ({
          ...one,
          arrivals: [...shuffled([...one.arrivals, ...one.arrivals], seed)],
        }));
        const other: ClassRecord = {
          ...record,
          acts: [...shuffled([...record.acts, ...record.acts], seed)],
          students: [...shuffled(record.students, seed)],
        };
        const once = foldGradebook(inputOf(record, attempts, { disputes }));
        const twice = foldGradebook(inputOf(other, again, { disputes: shuffled(disputes, seed) }));
        expect(serialiseGradebook(twice)).toBe(serialiseGradebook(once));
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the time once the test is closed for everyone', () => {
    fc.assert(
      fc.property(anyAttempts, anySettings, fc.nat(1e9), (attempts, settings, ms) => {
        const acts = [assign(settings), allow(1, 15)];
        const then = CLOSES_MS + 15 * MINUTE_MS;
        expect(bookOf(attempts, acts, { nowMs: then + ms })).toEqual(bookOf(attempts, acts, { nowMs: then }));
      }),
    );
  });

  it('is what its schema says, and the same bytes after a journey as JSON', () => {
    fc.assert(
      fc.property(anyAttempts, anySettings, anyChange, (attempts, settings, changes) => {
        const disputes = [dispute(1, 'No.', 5)];
        const bytes = serialiseGradebook(bookOf(attempts, [assign(settings), ...changes], { disputes }));
        expect(serialiseGradebook(v.parse(GradebookSchema, JSON.parse(bytes)))).toBe(bytes);
      }),
    );
  });

  it('gives each student’s own line the same from that student’s attempts alone', () => {
    fc.assert(
      fc.property(anyAttempts, anySettings, anyChange, (attempts, settings, changes) => {
        const input = inputOf(withActs(assign(settings), ...changes), attempts);
        const { rows } = foldGradebook(input);
        const own = input.state.students.map((student) =>
          rowOf(
            { ...input, attempts: attempts.filter((one) => student.members.includes(one.member)) },
            student,
          ),
        );
        expect(own).toEqual(rows);
      }),
    );
  });
});

const anyHow = fc.constantFrom<Parameters<typeof repair>[1]>(
  { do: 'key', answer: 'Kelder Bay', also: true },
  { do: 'key', answer: 'Kelder Bay', also: false },
  { do: 'credit' },
  { do: 'drop' },
  { do: 'undo' },
);
const pointsIn = ({ rows }: ReturnType<typeof bookOf>) =>
  rows.map((row) => ({ member: row.member, ...countedPoints(row) }));

describe('repairs and allowances, for any attempts', () => {
  it('leave no trace of a repair that was taken back', () => {
    fc.assert(
      fc.property(anyAttempts, anySettings, fc.array(anyHow), (attempts, settings, hows) => {
        const undone = [...hows, { do: 'undo' } as const].map((how) => repair(WHERE, how));
        expect(bookOf(attempts, [assign(settings), ...undone])).toEqual(bookOf(attempts, set(settings)));
      }),
    );
  });

  it('foretell of a repair what the gradebook says once it is made, student by student', () => {
    fc.assert(
      fc.property(anyAttempts, anySettings, fc.array(anyHow), anyHow, (attempts, settings, hows, how) => {
        const acts = [assign(settings), ...hows.map((one) => repair(WHERE, one))];
        const { changes } = repairEffect(inputOf(withActs(...acts), attempts), { question: WHERE, how });
        const [was, becomes] = [acts, [...acts, repair(WHERE, how)]].map((made) =>
          pointsIn(bookOf(attempts, made)),
        );
        const foretold = was?.map((row) => {
          const change = changes.find((one) => one.member === row.member);
          if (change === undefined) return row;
          expect(change.before).not.toEqual(change.after);
          return { member: row.member, ...change.after };
        });
        expect(foretold).toEqual(becomes);
      }),
    );
  });

  it('give a student with more time what a test that closes later and lasts longer gives', () => {
    const minutes = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(anyAttempts, anySettings, minutes, (attempts, settings, extra) => {
        const closesAtMs = CLOSES_MS + extra * MINUTE_MS;
        const longer = settings.minutes === null ? null : settings.minutes + extra;
        const [own] = bookOf(attempts, [assign(settings), allow(1, extra)]).rows;
        const [all] = bookOf(attempts, set({ ...settings, closesAtMs, minutes: longer })).rows;
        expect(own).toEqual({ ...all, extraMinutes: extra });
      }),
    );
  });

  it('count nothing of an attempt beyond those allowed', () => {
    fc.assert(
      fc.property(anyAttempts, anySettings, (attempts, settings) => {
        const { rows } = bookOf(attempts, set(settings));
        const within = new Set<string>(rows.flatMap((row) => row.attempts.map((one) => one.attempt)));
        const allowed = attempts.filter((one) => within.has(one.attempt));
        expect(bookOf(allowed, set(settings)).rows).toEqual(rows.map((row) => ({ ...row, surplus: 0 })));
        expect(rows.reduce((sum, { surplus }) => sum + surplus, 0)).toBe(attempts.length - allowed.length);
      }),
    );
  });
});

describe('the lines of a gradebook', () => {
  it('are every student’s by name, those who have not begun too', () => {
    expect(bookOf([handedIn(2, ASKED, ALL_RIGHT)]).rows).toMatchObject([
      { name: 'Ann', state: 'not-started', attempts: [], counted: null },
      { name: 'Ben', state: 'submitted', counted: 0 },
      { name: 'Cleo', state: 'not-started' },
    ]);
  });

  it('are of a student who is gone only where there are attempts', () => {
    const record = classOf({ gone: [member(1), member(2)] });
    const { rows } = foldGradebook(inputOf(record, [handedIn(2, ASKED, ALL_RIGHT)]));
    expect(rows.map(({ name, gone }) => [name, gone])).toEqual([
      ['Ben', true],
      ['Cleo', false],
    ]);
  });

  it('say what was allowed to the student', () => {
    expect(annOf([], [assign(), allow(1, 20)])).toMatchObject({
      closesAtMs: CLOSES_MS + 20 * MINUTE_MS,
      extraMinutes: 20,
    });
  });

  it('have what was done under every key of the student', () => {
    const students = [person(1, 'Ann'), person(2, 'Ann again')];
    const acts = [assign({ attempts: 2 }), merge(1, 2)].map((act, at) => kept(at + 1, act));
    const attempts = [handedIn(2, ASKED, ALL_RIGHT, 10), handedIn(1, ASKED, HALF_RIGHT)];
    const { rows } = foldGradebook(inputOf(classOf({ students, acts }), attempts));
    expect(rows).toMatchObject([
      { name: 'Ann again', attempts: [{ attempt: attemptId(0, 1) }, { attempt: attemptId(10, 2) }] },
    ]);
  });

  it('say whether an attempt runs, was handed in, or is over', () => {
    const running = attemptOf(1, ASKED, [arrival(1, 60, answersTo(ASKED, ALL_RIGHT))]);
    const stateAt = (nowMs: number) => annOf([running], set({ minutes: 30 }), { nowMs })?.state;
    expect(stateAt(OPENS_MS + 30 * MINUTE_MS - 1)).toBe('in-progress');
    expect(stateAt(OPENS_MS + 30 * MINUTE_MS)).toBe('over');
    expect(annOf([handedIn(1, ASKED, [])], undefined, { nowMs: OPENS_MS })?.state).toBe('submitted');
  });
});

describe('a mark', () => {
  const marksOf = (...args: Parameters<typeof bookOf>) => annOf(...args)?.attempts[0]?.marks;

  it('is the part that was right of the question’s points, to two decimals', () => {
    const points = { [TRADES]: 2.5, [WHERE]: 2 };
    expect(marksOf([handedIn(1, ASKED, HALF_RIGHT)], set({ points }))).toMatchObject([
      { question: WHERE, at: 0, answer: 'Tarn Point', share: 0, points: 0, outOf: 2, seconds: 10 },
      { question: TRADES, at: 1, answer: ['herring', 'salt'], points: 1.67, outOf: 2.5 },
      { question: YEAR, at: 2, answer: '1871', share: 1, points: 1, outOf: 1 },
    ]);
    expect(annOf([handedIn(1, ASKED, HALF_RIGHT)], set({ points }))?.attempts).toMatchObject([
      { points: 2.67, outOf: 5.5, submittedAtMs: OPENS_MS + 300_000 },
    ]);
  });

  it('is 0 where nothing came in time, and where the student does not know', () => {
    const marks = marksOf([handedIn(1, ASKED, [null])]);
    expect(marks).toMatchObject([{ answer: null, share: 0, outOf: 1 }, { share: 0, outOf: 1 }, { share: 0 }]);
    expect(marks?.map((mark) => 'answer' in mark)).toEqual([true, false, false]);
  });

  it('shows what came late, which counts once the student has more time', () => {
    const lateMs = CLOSES_MS + GRACE_MS + 1000;
    const late = attemptOf(1, ASKED, [
      arrival(1, 60, answersTo(ASKED, HALF_RIGHT)),
      arrival(2, (lateMs - OPENS_MS) / 1000, answersTo(ASKED, ALL_RIGHT), true),
    ]);
    const counted = annOf([late]);
    expect(counted).toMatchObject({ state: 'over', attempts: [{ points: 1.67, submittedAtMs: null }] });
    expect(counted?.attempts[0]?.marks).toMatchObject([
      { answer: 'Tarn Point', late: { answer: 'Orvik', receivedAtMs: lateMs } },
      { late: { answer: ['herring', 'salt', 'rope'] } },
      { answer: '1871' },
    ]);
    expect(counted?.attempts[0]?.marks[2]).not.toHaveProperty('late');
    expect(annOf([late], [assign(), allow(1, 5)])).toMatchObject({
      state: 'submitted',
      attempts: [{ points: 3, submittedAtMs: lateMs }],
    });
  });

  it('counts for nobody where the question was dropped, or the deck can no longer ask it', () => {
    const attempts = [handedIn(1, ASKED, HALF_RIGHT)];
    const dropped = annOf(attempts, [assign(), repair(WHERE, { do: 'drop' })]);
    expect(dropped?.attempts).toMatchObject([
      { points: 1.67, outOf: 2, marks: [{ share: null, outOf: 0 }, {}, {}] },
    ]);
    const shorter = annOf(attempts, undefined, { compiled: withoutFleet });
    expect(shorter?.attempts).toMatchObject([{ points: 1.67, outOf: 2 }]);
    expect(shorter?.attempts[0]?.marks.map(({ at }) => at)).toEqual([1, 2]);
  });

  it('counts for nobody where the question cannot be asked without telling its key', () => {
    const untold = ref('ferry-now/evidence');
    expect(testable(harbour)).not.toContain(untold);
    expect(annOf([handedIn(1, [untold, YEAR], [undefined, '1871'])])?.attempts).toMatchObject([
      { points: 1, outOf: 1, marks: [{ share: null, outOf: 0 }, { share: 1 }] },
    ]);
  });

  it('is that of the first answer where the right one is told at once, and else of the last', () => {
    const twice = attemptOf(
      1,
      [WHERE],
      [
        arrival(1, 60, answersTo([WHERE], ['Tarn Point'])),
        arrival(2, 90, answersTo([WHERE], ['Orvik']), true),
      ],
    );
    expect(marksOf([twice], set({ feedback: 'at-once' }))).toMatchObject([{ answer: 'Tarn Point' }]);
    expect(marksOf([twice], set({ feedback: 'at-end' }))).toMatchObject([{ answer: 'Orvik' }]);
  });

  it('is full for everyone who was asked where credit is given', () => {
    expect(marksOf([handedIn(1, ASKED, [])], [assign(), repair(WHERE, { do: 'credit' })])).toMatchObject([
      { share: 1, points: 1 },
      { share: 0 },
      { share: 0 },
    ]);
  });

  it('says that it was asked of an earlier revision of the deck', () => {
    const attempt = handedIn(1, ASKED, ALL_RIGHT);
    const earlier = { ...attempt, start: attempt.start && { ...attempt.start, revision: '000000000000' } };
    expect(annOf([attempt])?.attempts[0]?.earlierRevision).toBe(false);
    expect(annOf([earlier])?.attempts[0]?.earlierRevision).toBe(true);
  });
});

describe('the attempt that counts', () => {
  const [weak, best, equal] = [
    handedIn(1, ASKED, HALF_RIGHT),
    handedIn(1, ASKED, ALL_RIGHT, 10),
    handedIn(1, ASKED, ALL_RIGHT, 20),
  ];
  const running = attemptOf(1, ASKED, [], 110);
  const countedBy = (counts: Test['counts'], attempts: readonly AttemptRecord[], nowMs = LATER_MS) =>
    annOf(attempts, set({ counts, attempts: 4 }), { nowMs })?.counted;

  it('is the first, the last, or the best, of equal ones the earlier', () => {
    expect(countedBy('first', [best, weak, equal])).toBe(0);
    expect(countedBy('last', [equal, best, weak])).toBe(2);
    expect(countedBy('best', [equal, best, weak])).toBe(1);
  });

  it('is none that runs, unless there is no other', () => {
    const duringMs = OPENS_MS + 111 * MINUTE_MS;
    expect(countedBy('last', [weak, best, running], duringMs)).toBe(1);
    expect(countedBy('best', [weak, running], duringMs)).toBe(0);
    expect(countedBy('best', [running], duringMs)).toBe(0);
    expect(countedBy('last', [weak, best, running])).toBe(2);
  });

  it('is the best by the part of its points, not by their number', () => {
    const short = handedIn(1, [YEAR], ['1871'], 10);
    expect(countedBy('best', [weak, short])).toBe(1);
  });

  it('is none of those beyond the attempts allowed', () => {
    expect(annOf([weak, equal, best], set({ counts: 'best', attempts: 1 }))).toMatchObject({
      counted: 0,
      surplus: 2,
      attempts: [{ attempt: attemptId(0, 1) }],
    });
  });
});

describe('the columns', () => {
  it('are the questions that somebody was asked, in the deck’s order', () => {
    const { columns } = bookOf([handedIn(1, [WHERE, YEAR], []), handedIn(2, [TRADES], [])]);
    expect(columns.map(({ question }) => question)).toEqual(
      testable(harbour).filter((one) => ASKED.includes(one)),
    );
    expect(columns.map(({ question }) => question)).toEqual([YEAR, TRADES, WHERE]);
    expect(columns[2]).toMatchObject({
      kind: 'choice',
      prompt: 'Where did the fishing fleet move?',
      repair: null,
    });
  });

  it('say how their question was repaired', () => {
    const repaired = (...hows: readonly Parameters<typeof repair>[1][]) =>
      bookOf([handedIn(1, [WHERE], [])], [assign(), ...hows.map((how) => repair(WHERE, how))]).columns[0]
        ?.repair;
    const key = { do: 'key', answer: 'Kelder Bay', also: true } as const;
    expect(repaired(key)).toBe('key');
    expect(repaired(key, { do: 'drop' })).toBe('drop');
    expect(repaired({ do: 'credit' }, key)).toBe('credit');
    expect(repaired(key, { do: 'undo' })).toBeNull();
  });
});

describe('disputes', () => {
  const attempts = [handedIn(1, ASKED, HALF_RIGHT), handedIn(2, ASKED, HALF_RIGHT)];

  it('stand by their time with the student and the question, the last words on each', () => {
    const disputes = [dispute(2, 'It moved twice.', 30, 1), dispute(1, 'No!', 10), dispute(1, 'But …', 40)];
    expect(bookOf(attempts, undefined, { disputes }).disputes).toMatchObject([
      { name: 'Ben', question: TRADES, words: 'It moved twice.', decision: null },
      { name: 'Ann', question: WHERE, words: 'But …', sinceMs: 40, decision: null },
    ]);
  });

  it('are of the student’s own question, also where an attempt of another has the same id', () => {
    const [ann, ben] = [handedIn(1, [YEAR], ['1872']), handedIn(2, [WHERE], ['Orvik'])];
    const same = [ann, { ...ben, attempt: ann.attempt }];
    const disputes = [1, 2].map((by, at) => ({ ...dispute(by, 'No!', at), attempt: ann.attempt }));
    for (const records of [same, [...same].reverse()])
      expect(bookOf(records, undefined, { disputes }).disputes.map(({ question }) => question)).toEqual([
        YEAR,
        WHERE,
      ]);
  });

  it('are of no question where the deck no longer has it', () => {
    const disputes = [dispute(1, 'No!', 40)];
    expect(bookOf(attempts, undefined, { disputes, compiled: withoutFleet }).disputes).toMatchObject([
      { question: null },
    ]);
  });

  it('say what became of them at last', () => {
    const decide = (decision: 'repaired' | 'kept', words: string): Act => {
      const { member: by, attempt, at } = dispute(1, '', 0);
      return { type: 'decide', assignment: ASSIGNMENT, member: by, attempt, at, decision, words };
    };
    const disputes = [dispute(1, 'No!', 40), dispute(2, 'No!', 41)];
    const acts = [assign(), decide('kept', 'It is so.'), decide('repaired', 'You are right.')];
    expect(bookOf(attempts, acts, { disputes }).disputes.map(({ decision }) => decision)).toEqual([
      { decision: 'repaired', words: 'You are right.' },
      null,
    ]);
  });
});

describe('the effect of a repair', () => {
  const attempts = [handedIn(1, ASKED, HALF_RIGHT), handedIn(2, ASKED, ALL_RIGHT)];
  const effectOf = (how: Parameters<typeof repair>[1], acts: readonly Act[] = [assign()]) =>
    repairEffect(inputOf(withActs(...acts), attempts), { question: WHERE, how }).changes;

  it('names who gains by a key that is right too', () => {
    expect(effectOf({ do: 'key', answer: 'Tarn Point', also: true })).toEqual([
      {
        member: member(1),
        name: 'Ann',
        before: { points: 1.67, outOf: 3 },
        after: { points: 2.67, outOf: 3 },
      },
    ]);
  });

  it('names who gains and who loses by another key', () => {
    expect(effectOf({ do: 'key', answer: 'Tarn Point', also: false })).toMatchObject([
      { name: 'Ann', after: { points: 2.67 } },
      { name: 'Ben', before: { points: 3 }, after: { points: 2 } },
    ]);
  });

  it('names everyone whose points or whose total change', () => {
    expect(effectOf({ do: 'credit' }).map(({ name }) => name)).toEqual(['Ann']);
    expect(effectOf({ do: 'drop' })).toMatchObject([
      { name: 'Ann', after: { points: 1.67, outOf: 2 } },
      { name: 'Ben', after: { points: 2, outOf: 2 } },
    ]);
  });

  it('is of what is taken back too', () => {
    expect(effectOf({ do: 'undo' })).toEqual([]);
    const repaired = [assign(), repair(WHERE, { do: 'credit' })];
    expect(effectOf({ do: 'undo' }, repaired)).toMatchObject([
      { name: 'Ann', before: { points: 2.67 }, after: { points: 1.67 } },
    ]);
  });

  it('is what the gradebook comes to once the repair is made', () => {
    const how = { do: 'key', answer: 'Kelder Bay', also: false } as const;
    const after = bookOf(attempts, [assign(), repair(WHERE, how)]);
    for (const { member: one, after: becomes } of effectOf(how)) {
      const attempt = after.rows.find((row) => row.member === one)?.attempts[0];
      expect(attempt).toMatchObject(becomes);
    }
  });
});
