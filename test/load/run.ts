import { randomFrom } from '../../questions/seed.ts';
import { Learner } from './learner.ts';
import { compareSaved, type Compared } from './readBack.ts';
import { Tally } from './tally.ts';

/** One learner in so many asks far too often, and meets the limit. */
const FLOODING = 50;
const FLOOD_LISTS = 20;
const PAUSE_MS = 2000;
/** So many logs are read back at a time. */
const AT_ONCE = 8;

/** What came of a load. */
export interface LoadReport extends Compared {
  readonly tally: Tally;
  readonly seconds: number;
  /** Reviews of which the server said that it has them. */
  readonly saved: number;
  /** Reviews that it did not take yet: they are where they were made. */
  readonly waiting: number;
  /** Segments that were sent again although the server had them. */
  readonly sentAgain: number;
}

/**
 * Has many learners study on the server at once, and then reads every log as a new device does. Each has a key and an
 * address of its own. The pace keeps a small machine busy, and all but a few stay within the limit of a learner.
 */
export async function runLoad(url: string, learners: number, seconds: number): Promise<LoadReport> {
  const tally = new Tally();
  const all = Array.from({ length: learners }, (_, at) => {
    const address = `10.0.${at >> 8}.${at & 255}`;
    const lists = at % FLOODING === 0 ? FLOOD_LISTS : 1;
    return new Learner({
      url,
      address,
      tally,
      random: randomFrom(`learner ${at}`),
      pauseMs: PAUSE_MS,
      lists,
    });
  });
  const endMs = performance.now() + seconds * 1000;
  await Promise.all(all.map((learner) => learner.studyUntil(endMs)));
  const waiting = await Promise.all(all.map((learner) => learner.waiting()));
  const compared = await compareAll(url, all);
  return {
    tally,
    seconds,
    saved: sumOf(all, ({ saved }) => saved.length),
    waiting: sumOf(waiting, (count) => count),
    sentAgain: sumOf(all, ({ sentAgain }) => sentAgain),
    lost: sumOf(compared, ({ lost }) => lost),
    twice: sumOf(compared, ({ twice }) => twice),
  };
}

async function compareAll(url: string, learners: readonly Learner[]): Promise<readonly Compared[]> {
  const compared: Compared[] = [];
  for (let from = 0; from < learners.length; from += AT_ONCE) {
    const some = learners.slice(from, from + AT_ONCE);
    compared.push(...(await Promise.all(some.map(({ key, saved }) => compareSaved(url, key, saved)))));
  }
  return compared;
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
