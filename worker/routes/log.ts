import { Hono, type Context } from 'hono';
import { DeckIdSchema, SegmentIdSchema, type DeckId, type LearnerId } from '../../questions/ids.ts';
import { isPublishedId } from '../../questions/publishedId.ts';
import { SegmentSchema } from '../../questions/review.ts';
import { readBody, readParameter } from '../body.ts';
import { CLOCK_HEADER, refuseWrongClock } from '../clock.ts';
import { compactFrom, FAN } from '../compaction.ts';
import type { Env } from '../env.ts';
import { kvStore } from '../kvStore.ts';
import { limitedLearnerOf } from '../limits.ts';
import { tellOperator } from '../operator.ts';
import { refuseAt } from '../problem.ts';
import { refuseForeign } from '../segment.ts';
import { segmentName } from '../segmentName.ts';
import { CursorSchema, SEGMENT_BYTES_MAX } from '../shapes.ts';
import type { Shelves } from '../shelf.ts';
import type { LogPage } from '../store.ts';

/** A learner's own log: list its segments, read one, append one, erase everything. */
export function logRoutes(shelves: Shelves): Hono<Env> {
  return new Hono<Env>()
    .get('/', async (c) => {
      const learner = await limitedLearnerOf(c);
      const cursor = readParameter('cursor', CursorSchema, c.req.query('cursor'));
      const page = await kvStore(c.env.PROGRESS).list(learner, cursor);
      if (cursor === undefined) compactAfter(c, learner, page);
      c.header(CLOCK_HEADER, String(Date.now()));
      return c.json(page);
    })
    .delete('/', async (c) => {
      const learner = await limitedLearnerOf(c);
      return c.json(await kvStore(c.env.PROGRESS).erase(learner));
    })
    .get('/:deck/:segment', async (c) => {
      const learner = await limitedLearnerOf(c);
      const deck = await deckOf(c, shelves, c.req.param('deck'));
      const id = readParameter('segment', SegmentIdSchema, c.req.param('segment'));
      const body = await kvStore(c.env.PROGRESS).get({ learner, deck }, id);
      if (body === undefined) throw refuseAt('segment', 'unknown-segment', 'is not in this log, or not yet');
      return c.body(body, 200, { 'Content-Type': 'application/json' });
    })
    .put('/:deck/:segment', async (c) => {
      const learner = await limitedLearnerOf(c);
      const shelved = await shelves.at(c.env).deck(c.req.param('deck'));
      const id = readParameter('segment', SegmentIdSchema, c.req.param('segment'));
      refuseWrongClock(c.req.header(CLOCK_HEADER), Date.now());
      const segment = await readBody(c.req.raw, SEGMENT_BYTES_MAX, SegmentSchema);
      refuseForeign(segment, shelved, Date.now());
      await kvStore(c.env.PROGRESS).put({ learner, deck: shelved.id }, id, segment);
      return c.body(null, 204);
    });
}

/** A published deck may be gone while what its learners did is still theirs. */
async function deckOf(c: Context<Env>, shelves: Shelves, id: string): Promise<DeckId> {
  if (isPublishedId(id)) return readParameter('deck', DeckIdSchema, id);
  return (await shelves.at(c.env).deck(id)).id;
}

/** Compacts after the answer has gone out: what fails there is tried again after a later list. */
function compactAfter(c: Context<Env>, learner: LearnerId, first: LogPage): void {
  const store = kvStore(c.env.PROGRESS);
  const work = compactFrom(learner, first, { store, nowMs: Date.now(), nameOf: segmentName, fan: FAN });
  c.executionCtx.waitUntil(work.catch((error: unknown) => tellOperator('compaction-stopped', error)));
}
