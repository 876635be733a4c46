import { afterEach, expect, test, vi } from 'vitest';
import { hostKeeper } from '../../../web/embed/hostKeeper.ts';
import { waitingIn } from '../../../web/embed/mirroredLog.ts';
import { newLearnerKey } from '../../../web/learnerKey.ts';
import { answer, HARBOUR, segment } from '../reviews.ts';
import { hostWith, waiting } from './hostWith.ts';

const KEY = newLearnerKey(new Uint8Array(20).fill(1));
const OTHER = newLearnerKey(new Uint8Array(20).fill(2));

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
