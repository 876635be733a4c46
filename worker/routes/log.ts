import { Hono } from 'hono';
import { SegmentIdSchema } from '../../questions/ids.ts';
import { SegmentSchema } from '../../questions/review.ts';
import { readBody, readParameter } from '../body.ts';
import type { Env } from '../env.ts';
import { kvStore } from '../kvStore.ts';
import { learnerOf } from '../learner.ts';
import { refuseAt } from '../problem.ts';
import { refuseForeign } from '../segment.ts';
import { CursorSchema, SEGMENT_BYTES_MAX } from '../shapes.ts';
import type { Shelf } from '../shelf.ts';

/** A learner's own log: append a segment, list the segments, read one. */
export function logRoutes(shelf: Shelf): Hono<Env> {
  return new Hono<Env>()
    .get('/:deck', async (c) => {
      const learner = await learnerOf(c.req.header('Authorization'));
      const { id: deck } = shelf.deck(c.req.param('deck'));
      const cursor = readParameter('cursor', CursorSchema, c.req.query('cursor'));
      return c.json(await kvStore(c.env.PROGRESS).list({ learner, deck }, cursor));
    })
    .get('/:deck/:segment', async (c) => {
      const learner = await learnerOf(c.req.header('Authorization'));
      const { id: deck } = shelf.deck(c.req.param('deck'));
      const id = readParameter('segment', SegmentIdSchema, c.req.param('segment'));
      const segment = await kvStore(c.env.PROGRESS).get({ learner, deck }, id);
      if (segment === undefined)
        throw refuseAt('segment', 'unknown-segment', 'is not in this log, or not yet');
      return c.json(segment);
    })
    .put('/:deck/:segment', async (c) => {
      const learner = await learnerOf(c.req.header('Authorization'));
      const shelved = shelf.deck(c.req.param('deck'));
      const id = readParameter('segment', SegmentIdSchema, c.req.param('segment'));
      const segment = await readBody(c.req.raw, SEGMENT_BYTES_MAX, SegmentSchema);
      refuseForeign(segment, shelved, Date.now());
      await kvStore(c.env.PROGRESS).put({ learner, deck: shelved.id }, id, segment);
      return c.body(null, 204);
    });
}
