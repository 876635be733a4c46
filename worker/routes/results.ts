import { Hono } from 'hono';
import * as v from 'valibot';
import { DisputeBodySchema } from '../../questions/classroom/api.ts';
import { StandingReportSchema } from '../../questions/classroom/recall.ts';
import { readBody, readParameter } from '../body.ts';
import { assignmentOf, callerAs } from '../classroom/caller.ts';
import { dispute, resultsFor, studentAssignment } from '../classroom/ownResults.ts';
import { keepStanding } from '../classroom/standing.ts';
import type { Env } from '../env.ts';
import { ANSWER_BYTES_MAX, SEGMENT_BYTES_MAX } from '../shapes.ts';
import type { Shelves } from '../shelf.ts';

const ASSIGNMENT = '/:class/assignments/:assignment';
const ATTEMPT = `${ASSIGNMENT}/attempts/:attempt` as const;
const AtSchema = v.pipe(v.string(), v.regex(/^\d{1,2}$/, 'is no place of a question'), v.transform(Number));

/** What a student is told of an assignment, once it may be told, and what a student says to it. */
export function resultRoutes(shelves: Shelves): Hono<Env> {
  return new Hono<Env>()
    .get(ASSIGNMENT, async (c) => {
      const caller = await callerAs(c, 'student');
      const found = await assignmentOf(caller, c.req.param('assignment'));
      return c.json(await studentAssignment(caller, found, shelves.at(c.env)));
    })
    .get(`${ATTEMPT}/results`, async (c) => {
      const caller = await callerAs(c, 'student');
      const found = await assignmentOf(caller, c.req.param('assignment'));
      return c.json(await resultsFor(caller, found, shelves.at(c.env), c.req.param('attempt')));
    })
    .put(`${ATTEMPT}/disputes/:at`, async (c) => {
      const caller = await callerAs(c, 'student');
      const at = readParameter('at', AtSchema, c.req.param('at'));
      const { words } = await readBody(c.req.raw, ANSWER_BYTES_MAX, DisputeBodySchema);
      const found = await assignmentOf(caller, c.req.param('assignment'));
      await dispute(caller, found, shelves.at(c.env), { attempt: c.req.param('attempt'), at, words });
      return c.body(null, 204);
    })
    .put(`${ASSIGNMENT}/standing`, async (c) => {
      const caller = await callerAs(c, 'student');
      const report = await readBody(c.req.raw, SEGMENT_BYTES_MAX, StandingReportSchema);
      const found = await assignmentOf(caller, c.req.param('assignment'));
      await keepStanding(caller, found, shelves.at(c.env), report);
      return c.body(null, 204);
    });
}
