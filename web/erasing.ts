import { backoffMs } from './backoff.ts';
import { jitter } from './chance.ts';
import { dropRows } from './classroom/test/attemptShelf.ts';
import { nowMs } from './clock.ts';
import { openDatabase } from './database.ts';
import {
  askToErase,
  dueInMs,
  erasures,
  keepErasure,
  LOOK_AGAIN_MS,
  rememberErasures,
  stopErasing,
  type Asked,
} from './erasures.ts';
import { stores } from './journal.ts';
import { forgetKeys, formerKeys, learnerKey, type LearnerKey } from './learnerKey.ts';
import { eraseListed } from './logClient.ts';
import { followLog, tellLogChange } from './logChanges.ts';
import { observed } from './observed.ts';
import { oneAtATime } from './oneAtATime.ts';
import { dropSessions } from './sessionKept.ts';
import { projects } from './studio/projects.ts';
import { warn } from './warn.ts';

/** How far the removal from the server is: nothing to remove, not reached yet, removed but to be looked at again, done. */
export const onServer = observed<'nothing' | 'waiting' | 'checking' | 'done'>('nothing');

/** Where the service worker keeps opened decks, see serviceWorker/main.ts. */
const KEPT_DECKS = 'steppe-decks';
/** Something was still found after `LOOK_AGAIN_MS`: asked again after so long. */
const ONCE_MORE_MS = 30_000;

let isErasingHere = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The present key and the former ones: what they wrote is on the server. */
export async function allKeys(): Promise<readonly LearnerKey[]> {
  const key = await learnerKey();
  return [...new Set([...(key === null ? [] : [key]), ...(await formerKeys())])];
}

/**
 * Erases everything on this device: answers, keys, sessions, attempts, projects of the studio, kept decks. The server's copy is
 * removed as soon as it can be reached, which `onServer` tells. The keys are remembered for that first, so that a crash cannot
 * forget them.
 */
export async function eraseEverything(): Promise<void> {
  await withLog(async () => {
    await rememberErasures(await allKeys());
    await eraseHere();
  });
  onServer.set('waiting');
  void eraseOnServer();
}

/** Goes on with an erasure that an earlier page began, and hears of those that another tab begins. */
export function startErasing(): void {
  window.addEventListener('online', () => void eraseOnServer());
  followLog((change) => {
    if (change === 'everything' && !isErasingHere) void hearOfErasure();
  });
  void goOn();
}

async function goOn(): Promise<void> {
  if ((await erasures()).length === 0) return;
  await withLog(async () => {
    const [all, keys] = await Promise.all([erasures(), allKeys()]);
    if (all.some(({ key }) => keys.includes(key))) await eraseHere();
  });
  await eraseOnServer();
}

async function eraseHere(): Promise<void> {
  for (const store of await stores()) await store.clear();
  await dropRows('');
  await projects.clear();
  dropSessions();
  if ('caches' in globalThis) await caches.delete(KEPT_DECKS);
  await forgetKeys();
  isErasingHere = true;
  tellLogChange('everything', true);
  isErasingHere = false;
}

/** Another tab erased everything where the key is gone too; with another key it only took that. Begins this tab anew. */
async function hearOfErasure(): Promise<void> {
  if ((await openDatabase()) === null || (await learnerKey()) !== null) return;
  await (await stores()).at(-1)?.clear();
  dropSessions();
  window.location.reload();
}

/** Asks the server about every key that is due, and again later until nothing is left to ask. */
async function eraseOnServer(): Promise<void> {
  clearTimeout(timer);
  const states: Asked['state'][] = [];
  try {
    for (const { key } of await erasures()) states.push(await eraseKey(key));
  } catch (error) {
    warn('The erasure could not go on.', error);
    states.push('waiting');
  }
  if (states.length === 0) {
    if (onServer.get() !== 'nothing') onServer.set('done');
    return;
  }
  failures = states.includes('waiting') ? failures + 1 : 0;
  const isDone = states.every((state) => state === 'done');
  onServer.set(failures > 0 ? 'waiting' : isDone ? 'done' : 'checking');
  const waitMs = failures > 0 ? backoffMs(failures, null, jitter) : await nextMs();
  if (!isDone) timer = setTimeout(() => void eraseOnServer(), waitMs);
}

async function nextMs(): Promise<number> {
  const waits = (await erasures()).map((erasure) => dueInMs(erasure, nowMs()));
  return Math.max(ONCE_MORE_MS, Math.min(LOOK_AGAIN_MS, ...waits));
}

/** Under the log's lock, so that a key which this device takes anew is not erased after it has sent something. */
function eraseKey(key: LearnerKey): Promise<Asked['state']> {
  return oneAtATime('steppe-log', async () => {
    const erasure = (await erasures()).find((one) => one.key === key);
    if (erasure === undefined) return 'done';
    if (dueInMs(erasure, nowMs()) > 0) return 'checking';
    const asked = await askToErase(erasure, { erase: eraseListed, nowMs });
    await (asked.state === 'done' ? stopErasing(key) : keepErasure(asked.erasure));
    return asked.state;
  });
}

function withLog(task: () => Promise<void>): Promise<void> {
  return oneAtATime('steppe-log', () => oneAtATime('steppe-pull', task));
}
