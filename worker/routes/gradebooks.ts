import { Hono } from 'hono';
import { TrialSchema } from '../../questions/classroom/api.ts';
import { foldClass } from '../../questions/classroom/foldClass.ts';
import { readBody, readParameter } from '../body.ts';
import { assignableOf } from '../classroom/assignable.ts';
import { asTest, assignedIn, callerAs, type Caller } from '../classroom/caller.ts';
import { gradebookInput, tryRepair } from '../classroom/marks.ts';
import { PaperSeedSchema, paperOf } from '../classroom/paper.ts';
import { foldGradebook } from '../../questions/classroom/foldGradebook.ts';
import type { Env } from '../env.ts';
import { ANSWER_BYTES_MAX } from '../shapes.ts';
import { refuseOthersKeys } from '../published/othersKeys.ts';
import type { Shelves } from '../shelf.ts';

const ASSIGNMENT = '/:class/assignments/:assignment';

/** What teachers read of an assignment: marks, what a repair would change, the test on paper, and how well facts are known. */
export function gradebookRoutes(shelves: Shelves): Hono<Env> {
  return new Hono<Env>()
    .get(`${ASSIGNMENT}/gradebook`, async (c) => {
      const caller = await callerAs(c, 'teacher');
      const input = await gradebookInput(caller, shelves.at(c.env), c.req.param('assignment'));
      return c.json({ gradebook: foldGradebook(input), readAtMs: caller.nowMs });
    })
    .post(`${ASSIGNMENT}/trials`, async (c) => {
      const caller = await callerAs(c, 'teacher');
      const trial = await readBody(c.req.raw, ANSWER_BYTES_MAX, TrialSchema);
      const input = await gradebookInput(caller, shelves.at(c.env), c.req.param('assignment'));
      return c.json(tryRepair(input, trial));
    })
    .get(`${ASSIGNMENT}/paper`, async (c) => {
      const caller = await callerAs(c, 'teacher');
      const seed = readParameter('seed', PaperSeedSchema, c.req.query('seed'));
      const test = asTest(await assignedOf(caller, c.req.param('assignment')));
      return c.json(paperOf(await shelves.at(c.env).deck(test.settings.deck), test, seed));
    })
    .get(`${ASSIGNMENT}/standings`, async (c) => {
      const caller = await callerAs(c, 'teacher');
      const { id } = await assignedOf(caller, c.req.param('assignment'));
      const standings = await caller.store.standings(caller.of, id);
      return c.json({ standings, readAtMs: caller.nowMs });
    })
    .get('/:class/decks/:deck', async (c) => {
      const { learner } = await callerAs(c, 'teacher');
      const compiled = await shelves.at(c.env).deck(c.req.param('deck'));
      await refuseOthersKeys(learner, compiled);
      return c.json(assignableOf(compiled));
    });
}

async function assignedOf({ store, of }: Caller, id: string) {
  return assignedIn(foldClass(await store.record(of)), id);
}
