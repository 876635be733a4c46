import { afterEach, expect, test, vi } from 'vitest';
import { mirroredLog, waitingIn, waitingText } from '../../../web/embed/mirroredLog.ts';
import { newLearnerKey } from '../../../web/learnerKey.ts';
import { arrived, newRow } from '../../../web/storeRows.ts';
import { answer, HARBOUR, segment } from '../reviews.ts';
import { hostWith, waiting } from './hostWith.ts';

const KEY = newLearnerKey(new Uint8Array(20).fill(1));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('what waits is given to the host page after each change, and for two minutes more once the server has it: its list may be late', async () => {
  vi.useFakeTimers({ now: 1000 });
  const { host, heard } = hostWith();
  const log = await mirroredLog(host);
  await log.add(HARBOUR, [answer(1)], 60_000);
  await log.add(HARBOUR, [answer(2)], 0);
  await vi.advanceTimersByTimeAsync(0);
  expect(waitingIn(waiting(heard) ?? '')).toEqual([
    { deck: HARBOUR, offMs: 60_000, review: answer(1) },
    { deck: HARBOUR, offMs: 0, review: answer(2) },
  ]);
  await log.seal(HARBOUR, segment(1), 0);
  await log.markSaved(HARBOUR, segment(1));
  await vi.advanceTimersByTimeAsync(0);
  expect(waitingIn(waiting(heard) ?? '').map(({ savedAtMs }) => savedAtMs)).toEqual([1000, 1000]);
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  expect(waiting(heard)).toBeNull();
});

test('what was sent a moment ago is known to the next frame, and does not wait in it; what was sent long ago is not handed on', async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const rows = [answer(1), answer(2), answer(3)].map((review) => arrived(newRow(HARBOUR, review, 0)));
  const times = new Map([
    [answer(1).id, 990_000],
    [answer(2).id, 1000],
    [answer(3).id, 999_000],
  ]);
  const { host, heard } = hostWith({ key: KEY, waiting: [waitingText(rows, times) ?? ''] });
  const log = await mirroredLog(host);
  expect(await log.reviewsOf(HARBOUR)).toEqual([answer(1), answer(3)]);
  expect(await log.waiting()).toBe(0);
  expect(waitingIn(waiting(heard) ?? '')).toHaveLength(2);
});

test('what earlier frames could not send waits in the next one, and is said to be taken over', async () => {
  const text = waitingText([newRow(HARBOUR, answer(1), 5)]) ?? '';
  const { host, heard } = hostWith({
    key: KEY,
    waiting: [text, text, waitingText([newRow(HARBOUR, answer(2), 0)]) ?? ''],
  });
  const log = await mirroredLog(host);
  expect(await log.reviewsOf(HARBOUR)).toEqual([answer(1), answer(2)]);
  expect(await log.waiting()).toBe(2);
  const told = heard.flatMap((message) =>
    message.type === 'waiting' ? [waitingIn(message.value ?? '')] : [],
  );
  expect(told.map((rows) => rows.length)).toEqual([2]);
});

test.each(['', '{', 'null', '{"v":2,"rows":[]}', '{"v":1,"rows":[{"deck":"harbour","review":{}}]}'])(
  'a text that is none of ours holds nothing: %j',
  (text) => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    expect(waitingIn(text)).toEqual([]);
  },
);

test('where not all of it finds room, the earliest are given', () => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  const rows = Array.from({ length: 250 }, (_, n) =>
    newRow(HARBOUR, { ...answer(n), answer: 'x'.repeat(400) }, 0),
  );
  const text = waitingText(rows) ?? '';
  const fitting = waitingIn(text).map(({ review }) => review.id);
  expect(text.length).toBeLessThanOrEqual(65_536);
  expect(fitting.length).toBeGreaterThan(80);
  expect(fitting).toEqual(rows.slice(0, fitting.length).map(({ id }) => id));
});
