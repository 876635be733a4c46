import * as v from 'valibot';
import { DeckIdSchema } from '../../questions/ids.ts';
import { ReviewSchema } from '../../questions/review.ts';
import type { Keeper } from '../keeper.ts';
import type { LearnerKey } from '../learnerKey.ts';
import { nowhere } from '../nowhere.ts';
import type { Store } from '../store.ts';
import { memoryStore } from '../storeMemory.ts';
import type { ReviewRow } from '../storeRows.ts';
import { warn } from '../warn.ts';
import { WAITING_MAX, type Host } from './frameHost.ts';

/** How long (ms) the host page may take to give a key. */
const KEY_PATIENCE_MS = 3000;

const RowSchema = v.object({
  deck: DeckIdSchema,
  offMs: v.exactOptional(v.nullable(v.number())),
  review: ReviewSchema,
});
const WaitingSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ v: v.literal(1), rows: v.array(RowSchema) }),
);
type WaitingRow = v.InferOutput<typeof RowSchema>;

/**
 * The host page's storage, over the loader: it keeps the learner key and what is not on the server yet. The log itself lives in the
 * page, and comes from the server at the next load. Calls `begun` when the page has taken another key: then all begins anew.
 */
export async function hostKeeper(host: Host, begun: () => void): Promise<Keeper> {
  let key: LearnerKey | null = host.setup.key;
  host.follow((said) => {
    if (said.type !== 'key' || said.key === key) return;
    const isOther = key !== null;
    key = said.key;
    if (isOther) begun();
  });
  const log = await mirrored(host);
  return {
    ...nowhere,
    log: async () => log,
    key: async () => key,
    async keepFirstKey() {
      host.say({ type: 'want-key' });
      return firstKey(host);
    },
    async changeKey(next) {
      key = next;
      host.say({ type: 'use-key', key: next });
      return true;
    },
  };
}

/** The key that the host page makes, or that another quiz in it was first to get. */
function firstKey(host: Host): Promise<LearnerKey> {
  return new Promise((resolve, reject) => {
    const stop = host.follow((said) => {
      if (said.type !== 'key') return;
      end();
      resolve(said.key);
    });
    const timer = setTimeout(() => {
      end();
      reject(new Error('The page around this quiz gave no key.'));
    }, KEY_PATIENCE_MS);
    const end = () => {
      stop();
      clearTimeout(timer);
    };
  });
}

/** A log in the page that begins with what earlier frames could not send; what waits in it is given to the host page after every change. */
async function mirrored(host: Host): Promise<Store> {
  let isDue = false;
  const store = memoryStore((rows) => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      host.say({ type: 'waiting', value: waitingText(rows()) });
    });
  });
  for (const { deck, review, offMs = 0 } of host.setup.waiting.flatMap(waitingIn))
    await store.add(deck, [review], offMs);
  return store;
}

/** The reviews that are not on the server, as text: the first ones where not all find room. Null when there are none. */
export function waitingText(rows: readonly ReviewRow[]): string | null {
  const texts = rows
    .filter(({ waiting }) => waiting !== undefined)
    .map(({ deck, review, offMs = 0 }) => JSON.stringify({ deck, offMs, review } satisfies WaitingRow));
  if (texts.length === 0) return null;
  const [head, tail] = ['{"v":1,"rows":[', ']}'];
  let room = WAITING_MAX - head.length - tail.length;
  const fitting = texts.filter((text) => (room -= text.length + 1) >= 0);
  if (fitting.length < texts.length) warn('The page around this quiz has no room for all that waits.', null);
  return head + fitting.join(',') + tail;
}

/** What stands in such a text; nothing where it is none. */
export function waitingIn(text: string): readonly WaitingRow[] {
  const parsed = v.safeParse(WaitingSchema, text);
  if (!parsed.success) warn('What an earlier frame could not send cannot be read.', parsed.issues);
  return parsed.success ? parsed.output.rows : [];
}
