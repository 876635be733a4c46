import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { AttemptRecord } from '../../../questions/classroom/attempt.ts';
import { foldAttempt } from '../../../questions/classroom/foldAttempt.ts';
import { AttemptIdSchema, momentOf, type AttemptId } from '../../../questions/classroom/ids.ts';
import { isSameAttempt, unitedAttempts } from '../../../questions/classroom/unitedAttempts.ts';
import { shuffled } from '../../../questions/seed.ts';
import { arrival, attemptId, attemptOf, CLOSES_MS, member } from './someClass.ts';
import { ref } from './someDecks.ts';

const [YEAR, WHERE] = [ref('stone-pier-finished/which-year'), ref('fleet-moved/where-to')];
const ann = { members: [member(1), member(4)] };

/** The id of an attempt of this name that began so many minutes after the opening. */
const named = (name: number, minute: number): AttemptId =>
  v.parse(AttemptIdSchema, attemptId(minute).slice(0, 10) + String(name).padStart(16, '0'));

/** An attempt of Ann's that is named by a number, under one of her keys. */
function begun(name: number, minute: number, change: Partial<AttemptRecord> = {}): AttemptRecord {
  const record = attemptOf(1, [YEAR], [], minute);
  return { ...record, attempt: named(name, minute), ...change };
}
const idsOf = (records: readonly AttemptRecord[], of = ann) =>
  unitedAttempts(records, of).map(({ attempt }) => attempt);

describe('whether two ids are of one attempt', () => {
  it('depends on all but the moment', () => {
    expect(isSameAttempt(named(1, 0), named(1, 5))).toBe(true);
    expect(isSameAttempt(named(1, 0), named(2, 0))).toBe(false);
  });
});

describe('unitedAttempts', () => {
  it('are those under every key of the student, in the order in which they began, and of nobody else', () => {
    const records = [
      begun(1, 20),
      begun(2, 10, { member: member(4) }),
      begun(3, 5, { member: member(2) }),
      begun(4, 0),
    ];
    expect(idsOf(records)).toEqual([named(4, 0), named(2, 10), named(1, 20)]);
  });

  it('have what was begun twice under one name once, from its earlier beginning, with all that arrived', () => {
    const later = begun(7, 3, { arrivals: [arrival(2, 400, [[0, '=1872', 9]])] });
    const earlier = begun(7, 0, { arrivals: [arrival(1, 60, [[0, '=1871', 5]])] });
    const [one, ...others] = unitedAttempts([later, earlier], ann);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ attempt: named(7, 0) });
    expect(one?.arrivals.map(({ segment }) => segment).sort()).toEqual(
      [arrival(1, 0, []), arrival(2, 0, [])].map(({ segment }) => segment),
    );
  });

  it('have the start that one of the two shows while a late list hides the other’s', () => {
    const [hidden, shown] = [begun(7, 0, { start: null }), begun(7, 3)];
    expect(unitedAttempts([hidden, shown], ann)).toMatchObject([{ ...shown, attempt: named(7, 0) }]);
  });

  it('run from the beginning on a second device, as far as a late list can account for it', () => {
    const ranFrom = (minutes: readonly number[]) =>
      unitedAttempts(
        minutes.map((minute) => begun(7, minute)),
        ann,
      ).map(({ runsFromMs }) => runsFromMs - momentOf(named(7, 0)));
    expect(ranFrom([0])).toEqual([0]);
    expect(ranFrom([1, 0, 0.5])).toEqual([60_000]);
    expect(ranFrom([0, 0.5, 3])).toEqual([30_000]);
  });

  it('keep two of one name apart that ask other questions', () => {
    const other = attemptOf(1, [WHERE], [], 3);
    expect(idsOf([begun(7, 0), begun(7, 3, { start: other.start })])).toHaveLength(2);
  });

  it('come to the same whatever the order of the records, and however often they stand', () => {
    const starts = [null, begun(0, 0).start, attemptOf(1, [WHERE], []).start];
    const anyArrival = fc
      .tuple(fc.nat(3), fc.integer({ min: 1, max: 9 }), fc.constantFrom('=a', '=b'))
      .map(([segment, second, coded]) => arrival(segment, second, [[0, coded, 1]]));
    const anyRecord = fc
      .tuple(
        fc.constantFrom(1, 2),
        fc.constantFrom(0, 3, 9),
        fc.constantFrom(...starts),
        fc.constantFrom(member(1), member(4), member(2)),
        fc.array(anyArrival, { maxLength: 3 }),
      )
      .map(([name, minute, start, by, arrivals]) => begun(name, minute, { start, member: by, arrivals }));
    const cameTo = (records: readonly AttemptRecord[]) =>
      unitedAttempts(records, ann).map((record) => ({
        ...record,
        arrivals: foldAttempt(record, CLOSES_MS, false),
      }));
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 7 }), fc.integer(), (records, seed) => {
        expect(cameTo(shuffled([...records, ...records], seed))).toEqual(cameTo(records));
      }),
      { numRuns: 500 },
    );
  });
});
