import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { FeedbackTime } from '../../../questions/classroom/assignment.ts';
import { ActIdSchema, AssignmentIdSchema, MemberIdSchema } from '../../../questions/classroom/ids.ts';
import { tellingOf, tellsAllFromMs } from '../../../questions/classroom/resultsTime.ts';
import type { Student } from '../../../questions/classroom/state.ts';
import { DeckIdSchema } from '../../../questions/ids.ts';

const CLOSE_MS = 1_800_000_000_000;
const MINUTE_MS = 60_000;
const ANN = v.parse(MemberIdSchema, 'A'.repeat(26));
const STUDENT: Student = { member: ANN, name: 'Ann', joinedAtMs: 0, gone: false, members: [ANN] };

const assigned = (feedback: FeedbackTime, extraMinutes = 0) => ({
  id: v.parse(AssignmentIdSchema, '0'.repeat(26)),
  state: 'published' as const,
  act: v.parse(ActIdSchema, '0'.repeat(26)),
  settings: {
    kind: 'test' as const,
    title: 'A test',
    deck: v.parse(DeckIdSchema, 'harbour'),
    scope: { by: 'all' as const },
    opensAtMs: 0,
    count: null,
    draw: 'same' as const,
    seed: 'one',
    closesAtMs: CLOSE_MS,
    minutes: null,
    attempts: 1,
    counts: 'first' as const,
    feedback,
    points: {},
  },
  allowances: new Map([[ANN, { extraMinutes, opensAtMs: null, closesAtMs: null }]]),
  repairs: [],
  decisions: [],
});

const RUNNING = { endsAtMs: CLOSE_MS, submittedAtMs: null };
const HANDED_IN = { endsAtMs: CLOSE_MS, submittedAtMs: CLOSE_MS - MINUTE_MS };

const told = (feedback: FeedbackTime, ended: typeof RUNNING | typeof HANDED_IN, atMs: number, extra = 0) =>
  tellingOf(assigned(feedback, extra), [STUDENT], ended, atMs);

describe('how much of an attempt is told', () => {
  it('is what was answered while it runs with feedback at once, and all once it is handed in', () => {
    expect(told('at-once', RUNNING, CLOSE_MS - 1)).toBe('answered');
    expect(told('at-once', HANDED_IN, CLOSE_MS - 1)).toBe('all');
  });

  it('is nothing at the end until no answer can count any more', () => {
    expect(told('at-end', RUNNING, CLOSE_MS + 30_000)).toBe('not-yet');
    expect(told('at-end', RUNNING, CLOSE_MS + 30_001)).toBe('all');
    expect(told('at-end', HANDED_IN, CLOSE_MS - 1)).toBe('all');
  });

  it('is nothing after the close until the last student’s close, the grace and a late list are past', () => {
    expect(told('after-close', HANDED_IN, CLOSE_MS + 90_000 - 1)).toBe('not-yet');
    expect(told('after-close', HANDED_IN, CLOSE_MS + 90_000)).toBe('all');
    expect(told('after-close', HANDED_IN, CLOSE_MS + 90_000, 5)).toBe('not-yet');
    expect(told('after-close', HANDED_IN, CLOSE_MS + 90_000 + 5 * MINUTE_MS, 5)).toBe('all');
    expect(tellsAllFromMs(assigned('after-close', 5), [STUDENT])).toBe(CLOSE_MS + 90_000 + 5 * MINUTE_MS);
  });

  it('is never anything where the teacher said so', () => {
    expect(told('never', HANDED_IN, CLOSE_MS * 2)).toBe('never');
  });
});
