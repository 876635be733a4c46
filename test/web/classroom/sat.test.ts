import * as v from 'valibot';
import { expect, test } from 'vitest';
import { SegmentIdSchema } from '../../../questions/ids.ts';
import { AT_FIRST } from '../../../web/classroom/test/keptAttempt.ts';
import { ReadSittingSchema } from '../../../web/classroom/test/readSitting.ts';
import {
  isOfAnotherDevice,
  mergedSat,
  nextToSend,
  satOf,
  savedInTime,
  savingOf,
  standsOf,
  unsavedIn,
  withHandIn,
  withPart,
  withPartState,
  withProgress,
  withTold,
  withWorked,
  workedAt,
  type Sat,
} from '../../../web/classroom/test/sat.ts';
import { sendLoop } from '../../../web/classroom/test/sendLoop.ts';
import { withDraft } from '../../../web/classroom/test/worked.ts';

const segment = (last: string) => v.parse(SegmentIdSchema, `01KAVT8M0000000000000000${last}`);
const FIRST = segment('A1');
const SECOND = segment('A2');

const sitting = v.parse(ReadSittingSchema, {
  attempt: '01KAVT8M000000000000000000',
  token: 'token',
  title: 'The harbour',
  language: 'en',
  startedAtMs: 0,
  endsAtMs: 60_000,
  nowMs: 0,
  feedback: 'at-end',
  seed: 'seed',
  questions: ['How long?', 'How deep?', 'How old?'].map((prompt) => ({
    view: { kind: 'number', prompt },
    outOf: 1,
  })),
  answers: [],
  told: [],
  submittedAtMs: null,
});
const fixed = {
  attempt: sitting.attempt,
  owner: 'me',
  class: 'class',
  assignment: 'assignment',
  title: 'The harbour',
  deck: 'harbour',
  sitting,
  aheadMs: 0,
};
const fresh: Sat = { ...satOf({ fixed, progress: AT_FIRST, worked: new Map() }, sitting), where: 'here' };
const answered = (sat: Sat, at: number, draft: string) =>
  withWorked(sat, withDraft(workedAt(sat, at), draft));

test('a part holds what was unsaved, and is sent again with the same bytes until the server has it', () => {
  const one = withPart(answered(answered(fresh, 0, '340'), 1, '12'), FIRST);
  expect(one.progress.parts[0]?.answers.map(({ at }) => at)).toEqual([0, 1]);
  expect(unsavedIn(one)).toBe(0);
  const changed = answered(one, 0, '341');
  expect(nextToSend(changed)).toEqual(one.progress.parts[0]);
  expect(unsavedIn(changed)).toBe(1);
  expect(nextToSend(withPartState(changed, FIRST, 'in-time'))).toBeNull();
});

test('what is handed in holds every answer, is fixed once, and takes the place of parts on their way', () => {
  const sat = withPart(answered(answered(fresh, 0, '340'), 2, '1871'), FIRST);
  const handed = withHandIn(sat, SECOND, 30_000);
  expect(handed.progress.handIn?.answers.map(({ answer }) => answer)).toEqual(['340', '1871']);
  expect(nextToSend(handed)).toBe('hand-in');
  expect(withHandIn(answered(handed, 0, '999'), FIRST, 30_000).progress.handIn).toEqual(
    handed.progress.handIn,
  );
});

test('nothing is sent from a tab that does not hold the attempt, or once the server has refused', () => {
  const handed = withHandIn(answered(fresh, 0, '340'), FIRST, 30_000);
  expect(nextToSend({ ...handed, where: 'other-tab' })).toBeNull();
  expect(nextToSend({ ...handed, refusal: { code: 'attempt-over', why: 'Over.' } })).toBeNull();
});

test('says saved only once everything has reached the server', () => {
  const sat = withPart(answered(fresh, 0, '340'), FIRST);
  expect(savingOf(sat)).toBe('here');
  expect(savingOf({ ...sat, isFailing: true })).toBe('waiting');
  expect(savingOf(withPartState(sat, FIRST, 'in-time'))).toBe('saved');
  expect(savingOf(answered(withPartState(sat, FIRST, 'in-time'), 1, '3'))).toBe('here');
});

test('counts what was in time by its questions, not by its parts', () => {
  const one = withPartState(withPart(answered(fresh, 0, '340'), FIRST), FIRST, 'in-time');
  const two = withPartState(withPart(answered(answered(one, 0, '341'), 1, '2'), SECOND), SECOND, 'in-time');
  expect(savedInTime(two)).toBe(2);
  expect(savedInTime(withPartState(two, SECOND, 'late'))).toBe(1);
});

test('another device’s answers come in, and its end, which may have moved', () => {
  const there = { ...sitting, endsAtMs: 90_000, answers: [{ at: 1, answer: '7', seconds: 4 }] };
  const merged = mergedSat(answered(fresh, 0, '340'), there, 5);
  expect(workedAt(merged, 0).draft).toBe('340');
  expect(workedAt(merged, 1)).toMatchObject({ draft: '7', saved: true });
  expect(merged.fixed.sitting.endsAtMs).toBe(90_000);
  expect(merged.fixed.aheadMs).toBe(5);
});

test('a part whose reply was lost is not sent again where the server shows all of it', () => {
  const sat = withPart(answered(answered(fresh, 0, '340'), 1, '12'), FIRST);
  const answers = sat.progress.parts[0]?.answers ?? [];
  expect(nextToSend(mergedSat(sat, { ...sitting, answers }, 0))).toBeNull();
  expect(nextToSend(mergedSat(sat, { ...sitting, answers: answers.slice(1) }, 0))).not.toBeNull();
});

test('an attempt that another device handed in is no longer sat here, unless this one is handing it in', () => {
  const there = { ...sitting, submittedAtMs: 50_000 };
  expect(mergedSat(fresh, there, 0)).toMatchObject({
    where: 'handed-in-elsewhere',
    progress: { aside: true },
  });
  const handed = withHandIn(answered(fresh, 0, '340'), FIRST, 30_000);
  expect(mergedSat(handed, there, 0).where).toBe('here');
});

test('with feedback at once a question is answered when its verdict is there, and open again when it cannot be judged', () => {
  const atOnce: Sat = { ...fresh, fixed: { ...fresh.fixed, sitting: { ...sitting, feedback: 'at-once' } } };
  const given = withPart(answered(answered(atOnce, 0, '340'), 1, '2'), FIRST, 0);
  const [part] = given.progress.parts;
  if (part === undefined) throw new Error('no part');
  expect(part.answers.map(({ at }) => at)).toEqual([0]);
  expect(standsOf(given)).toEqual(['begun', 'begun', 'open']);
  const again = { verdict: { outcome: 'again', reason: 'unit-missing', share: 0 } } as const;
  const unclear = withTold(given, part, { late: false, feedback: again });
  expect(unclear.progress.parts).toEqual([]);
  expect(unclear.unclear?.at).toBe(0);
  const right = { verdict: { outcome: 'right', reason: 'exact', share: 1 } } as const;
  expect(standsOf(withTold(given, part, { late: false, feedback: right }))[0]).toBe('answered');
});

test('a receipt from before this device handed in is of another device, whose answers count', () => {
  const handed = withHandIn(answered(fresh, 0, '340'), FIRST, 30_000);
  const received = (receivedAtMs: number) =>
    isOfAnotherDevice(withProgress(handed, { done: { receipt: 'signed', receivedAtMs, late: false } }));
  expect(isOfAnotherDevice(handed)).toBe(false);
  expect(received(30_400)).toBe(false);
  expect(received(29_000)).toBe(false);
  expect(received(12_000)).toBe(true);
});

test('what is there to send right after a loop found nothing is sent', async () => {
  let sat = fresh;
  const loop = sendLoop(
    () => sat,
    (next) => (sat = next),
  );
  loop.go();
  sat = withHandIn(answered(fresh, 0, '340'), FIRST, 30_000);
  loop.go();
  // No server here: that it was tried is all that can be seen.
  await expect.poll(() => sat.isFailing).toBe(true);
  loop.stop();
});
