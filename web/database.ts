import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { warn } from './warn.ts';

/** What lies in the browser. Rows come back as `unknown`, because another version of the app may have written them. */
export interface Shelves extends DBSchema {
  /** What was done on this device, one row a review, by deck and review id. `waiting` names the deck until the server has it. */
  reviews: { key: [string, string]; value: unknown; indexes: { waiting: string } };
  /** What came from the server, one row a segment, by deck and segment id: ten thousand reviews are some twenty rows. */
  pulled: { key: [string, string]; value: unknown };
  /** Segments by deck and segment id: on their way with their exact bytes, refused, or known to be on the server. */
  segments: { key: [string, string]; value: unknown };
  /** Single values by name, as the learner key. */
  settings: { key: string; value: unknown };
  /** Decks that are being made, one row a project. */
  projects: { key: string; value: unknown };
}

/** The browser's database of this app. */
export type Database = IDBPDatabase<Shelves>;

const NAME = 'steppe';
const VERSION = 3;
/** Some browsers never answer where storage is refused. */
const PATIENCE_MS = 3000;

let opening: Promise<Database | null> | null = null;

/** The database; null where the browser refuses to store anything. Ask for it anew each time: it may have been closed. */
export function openDatabase(): Promise<Database | null> {
  opening ??= orRefusal(open());
  return opening;
}

/** A database that comes after all is welcome. */
function orRefusal(coming: Promise<Database | null>): Promise<Database | null> {
  void coming.then((database) => {
    if (database !== null) opening = coming;
  });
  return Promise.race([coming, refusal()]);
}

async function open(): Promise<Database | null> {
  try {
    return await openDB<Shelves>(NAME, VERSION, {
      upgrade(database, from) {
        if (from < 1) {
          const reviews = database.createObjectStore('reviews', { keyPath: ['deck', 'id'] });
          reviews.createIndex('waiting', 'waiting');
          database.createObjectStore('segments', { keyPath: ['deck', 'id'] });
          database.createObjectStore('settings');
        }
        if (from < 2) database.createObjectStore('pulled', { keyPath: ['deck', 'id'] });
        database.createObjectStore('projects', { keyPath: 'id' });
      },
      // Another tab with a newer version of the app must be able to go on.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        opening = null;
      },
      // The browser closes it by itself after a fault, and when its owner removes the site's data.
      terminated: () => (opening = null),
    });
  } catch (error) {
    warn('This browser refuses to store progress.', error);
    return null;
  }
}

function refusal(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
}
