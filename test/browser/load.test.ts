import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLoad } from '../load/run.ts';
import { Server } from './server.ts';

const server = new Server();
beforeAll(() => server.start());
afterAll(() => server.close());

test('twenty learners at once meet no fault of the server, and every review it took is in the log once', async () => {
  const { tally, saved, sentAgain, lost, twice } = await runLoad(server.url, 20, 5);
  const refused = tally.count(400, 428) + tally.count(430, 499);
  const faults = { refused, errors: tally.count(500, 599), broken: tally.broken, lost, twice };
  expect(faults).toEqual({ refused: 0, errors: 0, broken: 0, lost: 0, twice: 0 });
  expect(saved).toBeGreaterThan(0);
  expect(sentAgain).toBeGreaterThan(0);
});
