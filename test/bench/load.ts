import { Server } from '../browser/server.ts';
import { runLoad } from '../load/run.ts';
import type { Figure } from './figure.ts';

const LEARNERS = 200;
const SECONDS = 60;

/** Two hundred learners at once for a minute, on local workerd with KV on disk, and every log read back. */
export async function measureLoad(): Promise<readonly Figure[]> {
  const server = new Server();
  try {
    await server.start();
    const { tally, saved, waiting, sentAgain, lost, twice } = await runLoad(server.url, LEARNERS, SECONDS);
    const of = (what: string) => `${LEARNERS} learners for ${SECONDS} s: ${what}`;
    const refused = tally.count(400, 428) + tally.count(430, 499);
    return [
      { what: of('answers of 5xx'), value: tally.count(500, 599), unit: '', most: 0 },
      { what: of('connections that failed'), value: tally.broken, unit: '', most: 0 },
      { what: of('refused, other than by 429'), value: refused, unit: '', most: 0 },
      { what: of('reviews the server said it has'), value: saved, unit: 'reviews', least: LEARNERS },
      { what: of('of these, not in the log'), value: lost, unit: 'reviews', most: 0 },
      { what: of('of these, twice in the log'), value: twice, unit: 'reviews', most: 0 },
      { what: of('reviews that still wait on a device'), value: waiting, unit: 'reviews' },
      { what: of('segments sent again'), value: sentAgain, unit: 'segments' },
      { what: of('answers of 429'), value: tally.count(429), unit: 'answers' },
      { what: of('answers'), value: tally.answers / SECONDS, unit: 'a second' },
      { what: of('time to an answer, median'), value: tally.tookMs(0.5), unit: 'ms' },
      { what: of('time to an answer, p99'), value: tally.tookMs(0.99), unit: 'ms' },
    ];
  } finally {
    await server.close();
  }
}
