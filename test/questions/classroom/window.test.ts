import { describe, expect, it } from 'vitest';
import { foldClass } from '../../../questions/classroom/foldClass.ts';
import type { Act } from '../../../questions/classroom/act.ts';
import { endOf, lastCloseOf, windowOf } from '../../../questions/classroom/window.ts';
import {
  allow,
  ASSIGNMENT,
  assign,
  classOf,
  CLOSES_MS,
  kept,
  member,
  MINUTE_MS,
  OPENS_MS,
} from './someClass.ts';

const timed = assign({ minutes: 30 });

function classWith(...acts: readonly Act[]) {
  const record = classOf({ acts: acts.map((act, at) => kept(at + 1, act)), gone: [member(3)] });
  const { students, assignments } = foldClass(record);
  const [assigned] = assignments;
  if (assigned === undefined) throw new Error('Inconsistent: no assignment');
  const windowFor = (number: number) => windowOf(assigned, { member: member(number) });
  return { students, assigned, windowFor };
}

describe('the window of a student', () => {
  it('is the test’s own without an allowance', () => {
    expect(classWith(timed).windowFor(1)).toEqual({
      opensAtMs: OPENS_MS,
      closesAtMs: CLOSES_MS,
      minutes: 30,
    });
  });

  it('closes later by the extra minutes, which are the attempt’s too', () => {
    expect(classWith(timed, allow(1, 20)).windowFor(1)).toEqual({
      opensAtMs: OPENS_MS,
      closesAtMs: CLOSES_MS + 20 * MINUTE_MS,
      minutes: 50,
    });
    expect(classWith(assign(), allow(1, 20)).windowFor(1).minutes).toBeNull();
  });

  it('has the student’s own dates, extra minutes after the own close', () => {
    const own: Act = {
      type: 'allow',
      assignment: ASSIGNMENT,
      member: member(1),
      extraMinutes: 10,
      opensAtMs: OPENS_MS - 1,
      closesAtMs: CLOSES_MS + 5,
    };
    expect(classWith(timed, own).windowFor(1)).toMatchObject({
      opensAtMs: OPENS_MS - 1,
      closesAtMs: CLOSES_MS + 5 + 10 * MINUTE_MS,
    });
  });

  it('leaves the others’ as they are', () => {
    expect(classWith(timed, allow(1, 20)).windowFor(2)).toEqual(classWith(timed).windowFor(2));
  });
});

describe('the end of an attempt', () => {
  const window = classWith(timed).windowFor(1);

  it('comes when its minutes are over, and never after the close', () => {
    expect(endOf(window, OPENS_MS)).toBe(OPENS_MS + 30 * MINUTE_MS);
    expect(endOf(window, CLOSES_MS - 10 * MINUTE_MS)).toBe(CLOSES_MS);
  });

  it('is the close where there is no time limit', () => {
    expect(endOf(classWith(assign()).windowFor(1), OPENS_MS)).toBe(CLOSES_MS);
  });
});

describe('the last close', () => {
  const last = (...acts: readonly Act[]) => {
    const { assigned, students } = classWith(timed, ...acts);
    return lastCloseOf(assigned, students);
  };

  it('is that of whoever has most time', () => {
    expect(last()).toBe(CLOSES_MS);
    expect(last(allow(1, 10), allow(2, 0, CLOSES_MS + 60 * MINUTE_MS))).toBe(CLOSES_MS + 60 * MINUTE_MS);
  });

  it('does not wait for a student who is gone', () => {
    expect(last(allow(3, 600))).toBe(CLOSES_MS);
  });

  it('is no earlier than the test’s own, for those who join yet', () => {
    expect(last(allow(1, 0, OPENS_MS + 1), allow(2, 0, OPENS_MS + 1))).toBe(CLOSES_MS);
  });
});
