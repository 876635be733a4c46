import { afterEach, expect, test, vi } from 'vitest';
import type { Host, Said, Setup } from '../../../web/embed/frameHost.ts';
import { hostKeeper, waitingIn, waitingText } from '../../../web/embed/hostKeeper.ts';
import type { FromFrame } from '../../../web/embed/messages.ts';
import { newLearnerKey } from '../../../web/learnerKey.ts';
import { arrived, newRow } from '../../../web/storeRows.ts';
import { answer, HARBOUR, segment } from '../reviews.ts';

const KEY = newLearnerKey(new Uint8Array(20).fill(1));
const OTHER = newLearnerKey(new Uint8Array(20).fill(2));

/** A host page that notes what it hears, and says what it is told to. */
function hostWith(setup: Partial<Setup> = {}) {
  const heard: FromFrame[] = [];
  const listeners = new Set<(said: Said) => void>();
  const host: Host = {
    setup: { type: 'setup', key: null, keeps: true, waiting: [], style: {}, theme: 'auto', ...setup },
    say: (message) => heard.push(message),
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { host, heard, says: (said: Said) => [...listeners].forEach((listener) => listener(said)) };
}

const waiting = (heard: readonly FromFrame[]) =>
  heard.flatMap((message) => (message.type === 'waiting' ? [message.value] : [])).at(-1);

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('the host page is asked for a key, and the one that it gives holds', async () => {
  const { host, heard, says } = hostWith();
  const keeper = await hostKeeper(host, () => undefined);
  const asked = keeper.keepFirstKey(OTHER);
  expect(heard).toEqual([{ type: 'want-key' }]);
  says({ type: 'key', key: KEY });
  expect(await asked).toBe(KEY);
  expect(await keeper.key()).toBe(KEY);
});

test('a host page that gives no key is not waited for any longer than three seconds', async () => {
  vi.useFakeTimers();
  const keeper = await hostKeeper(hostWith().host, () => undefined);
  const asked = expect(keeper.keepFirstKey(OTHER)).rejects.toThrow('gave no key');
  await vi.advanceTimersByTimeAsync(3000);
  await asked;
});

test('all begins anew when the page has another key than before, not when it has its first or takes ours', async () => {
  const begun = vi.fn<() => void>();
  const { host, heard, says } = hostWith();
  const keeper = await hostKeeper(host, begun);
  says({ type: 'key', key: KEY });
  says({ type: 'key', key: KEY });
  expect(begun).not.toHaveBeenCalled();
  await keeper.changeKey(OTHER);
  expect(heard).toEqual([{ type: 'use-key', key: OTHER }]);
  says({ type: 'key', key: OTHER });
  expect(begun).not.toHaveBeenCalled();
  says({ type: 'key', key: KEY });
  await vi.waitFor(() => expect(begun).toHaveBeenCalledOnce());
});

test('under another key of the page all that is here waits again, and the page has it before anything begins', async () => {
  const { host, heard, says } = hostWith({ key: KEY });
  const toldThen: (string | null | undefined)[] = [];
  const keeper = await hostKeeper(host, () => void toldThen.push(waiting(heard)));
  const log = await keeper.log();
  await log?.add(HARBOUR, [answer(1)], 0);
  await log?.seal(HARBOUR, segment(1), 0);
  await log?.markSaved(HARBOUR, segment(1));
  says({ type: 'key', key: OTHER });
  await vi.waitFor(() => expect(toldThen).toHaveLength(1));
  expect(waitingIn(toldThen[0] ?? '')).toEqual([{ deck: HARBOUR, offMs: null, review: answer(1) }]);
});

test('a page that forgets the key takes what is here with it', async () => {
  const { host, says } = hostWith({ key: KEY });
  const begun = vi.fn<() => void>();
  const keeper = await hostKeeper(host, begun);
  const log = await keeper.log();
  await log?.add(HARBOUR, [answer(1)], 0);
  says({ type: 'key', key: null });
  await vi.waitFor(() => expect(begun).toHaveBeenCalledOnce());
  expect(await log?.reviewsOf(HARBOUR)).toEqual([]);
  expect(await keeper.key()).toBeNull();
});

test('what waits is given to the host page after each change, and for two minutes more once the server has it: its list may be late', async () => {
  vi.useFakeTimers({ now: 1000 });
  const { host, heard } = hostWith();
  const log = await (await hostKeeper(host, () => undefined)).log();
  await log?.add(HARBOUR, [answer(1)], 60_000);
  await log?.add(HARBOUR, [answer(2)], 0);
  await vi.advanceTimersByTimeAsync(0);
  expect(waitingIn(waiting(heard) ?? '')).toEqual([
    { deck: HARBOUR, offMs: 60_000, review: answer(1) },
    { deck: HARBOUR, offMs: 0, review: answer(2) },
  ]);
  await log?.seal(HARBOUR, segment(1), 0);
  await log?.markSaved(HARBOUR, segment(1));
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
  const log = await (await hostKeeper(host, () => undefined)).log();
  expect(await log?.reviewsOf(HARBOUR)).toEqual([answer(1), answer(3)]);
  expect(await log?.waiting()).toBe(0);
  expect(waitingIn(waiting(heard) ?? '')).toHaveLength(2);
});

test('what earlier frames could not send waits in the next one, and is said to be taken over', async () => {
  const text = waitingText([newRow(HARBOUR, answer(1), 5)]) ?? '';
  const { host, heard } = hostWith({
    key: KEY,
    waiting: [text, text, waitingText([newRow(HARBOUR, answer(2), 0)]) ?? ''],
  });
  const log = await (await hostKeeper(host, () => undefined)).log();
  expect(await log?.reviewsOf(HARBOUR)).toEqual([answer(1), answer(2)]);
  expect(await log?.waiting()).toBe(2);
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
