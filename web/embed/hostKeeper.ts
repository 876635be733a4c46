import type { Keeper } from '../keeper.ts';
import type { LearnerKey } from '../learnerKey.ts';
import { nowhere } from '../nowhere.ts';
import type { Host } from './frameHost.ts';
import { mirroredLog } from './mirroredLog.ts';

/** How long (ms) the host page may take to give a key. */
const KEY_PATIENCE_MS = 3000;

/**
 * The host page's storage, over the loader: it keeps the learner key and what is not on the server yet, or was sent a moment ago. The log
 * itself lives in the page, and comes from the server at the next load. Calls `begun` when the page has taken another key, under which
 * all that is here waits then, or has forgotten the key, and all that is here with it.
 */
export async function hostKeeper(host: Host, begun: () => void): Promise<Keeper> {
  const log = await mirroredLog(host);
  let { key } = host.setup;
  host.follow((said) => {
    if (said.type !== 'key' || said.key === key) return;
    const isOther = key !== null;
    key = said.key;
    if (isOther) void (key === null ? log.clear() : log.beginAnew()).then(begun);
  });
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
      if (said.type !== 'key' || said.key === null) return;
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
