import { Hono } from 'hono';
import { AnswerOnceSchema, SaveSchema, SubmitSchema } from '../../questions/classroom/api.ts';
import { SegmentIdSchema } from '../../questions/ids.ts';
import { readBody, readParameter } from '../body.ts';
import { answerOnce } from '../classroom/answerOnce.ts';
import { begin, resume } from '../classroom/begin.ts';
import { assignmentOf, callerAs, type Caller } from '../classroom/caller.ts';
import { save, submit } from '../classroom/handIn.ts';
import type { Env } from '../env.ts';
import { ANSWER_BYTES_MAX, ATTEMPT_BYTES_MAX } from '../shapes.ts';
import type { Shelves } from '../shelf.ts';

const ATTEMPTS = '/:class/assignments/:assignment/attempts';
const ATTEMPT = `${ATTEMPTS}/:attempt` as const;

/** A student's attempts at a test, while they run. Nothing here tells the key, but the answer to an answer with feedback at once. */
export function attemptRoutes(shelves: Shelves): Hono<Env> {
  return new Hono<Env>()
    .post(ATTEMPTS, async (c) => {
      const caller = await callerAs(c, 'student');
      const found = await assignmentOf(caller, c.req.param('assignment'));
      return c.json(await begin(caller, found, shelves.at(c.env)));
    })
    .get(ATTEMPT, async (c) => {
      const caller = await callerAs(c, 'student');
      const found = await assignmentOf(caller, c.req.param('assignment'));
      return c.json(await resume(caller, found, shelves.at(c.env), c.req.param('attempt')));
    })
    .put(`${ATTEMPT}/segments/:segment`, async (c) => {
      const caller = await callerAs(c, 'student');
      const segment = readParameter('segment', SegmentIdSchema, c.req.param('segment'));
      const body = await readBody(c.req.raw, ATTEMPT_BYTES_MAX, SaveSchema);
      return c.json(await save(here(caller), shelves.at(c.env), c.req.param(), { ...body, segment }));
    })
    .post(`${ATTEMPT}/answers`, async (c) => {
      const caller = await callerAs(c, 'student');
      const body = await readBody(c.req.raw, ANSWER_BYTES_MAX, AnswerOnceSchema);
      const received = here(caller);
      const found = await assignmentOf(received, c.req.param('assignment'));
      return c.json(await answerOnce(received, shelves.at(c.env), found, c.req.param(), body));
    })
    .post(`${ATTEMPT}/submission`, async (c) => {
      const caller = await callerAs(c, 'student');
      const body = await readBody(c.req.raw, ATTEMPT_BYTES_MAX, SubmitSchema);
      return c.json(await submit(here(caller), shelves.at(c.env), c.req.param(), body));
    });
}

/** The caller at the moment when the whole body is here: a request may be begun before the end and its answers written after it. */
function here(caller: Caller): Caller {
  return { ...caller, nowMs: Date.now() };
}
