import { Hono } from 'hono';
import { ActSchema } from '../../questions/classroom/act.ts';
import { AcceptSchema, JoinSchema, MakeClassSchema, NewCodeSchema } from '../../questions/classroom/api.ts';
import { ActIdSchema } from '../../questions/classroom/ids.ts';
import { readBody, readParameter } from '../body.ts';
import { callerAs, callerIn, personOf } from '../classroom/caller.ts';
import { viewClass } from '../classroom/classView.ts';
import { acceptInvitation, invite } from '../classroom/invitation.ts';
import { joinClass } from '../classroom/joinClass.ts';
import { makeClass, newCode } from '../classroom/makeClass.ts';
import { removeStudent, takeBack } from '../classroom/students.ts';
import { writeAct } from '../classroom/writeAct.ts';
import type { Env } from '../env.ts';
import { ACT_BYTES_MAX, CLASS_BYTES_MAX } from '../shapes.ts';
import type { Shelves } from '../shelf.ts';

/** Classes and their people: made, joined, changed by acts, erased. */
export function classRoutes(shelves: Shelves): Hono<Env> {
  return new Hono<Env>()
    .get('/classes', async (c) => {
      const { learner, store } = await personOf(c);
      return c.json({ classes: await store.memberships(learner) });
    })
    .post('/classes', async (c) => {
      const maker = await personOf(c);
      return c.json(await makeClass(maker, await readBody(c.req.raw, CLASS_BYTES_MAX, MakeClassSchema)));
    })
    .get('/classes/:class', async (c) => c.json(await viewClass(await callerIn(c), shelves.at(c.env))))
    .delete('/classes/:class', async (c) => {
      const { of, member, store } = await callerAs(c, 'teacher');
      return c.json(await store.erase(of, member));
    })
    .put('/classes/:class/acts/:act', async (c) => {
      const teacher = await callerAs(c, 'teacher');
      const id = readParameter('act', ActIdSchema, c.req.param('act'));
      await writeAct(teacher, shelves.at(c.env), id, await readBody(c.req.raw, ACT_BYTES_MAX, ActSchema));
      return c.body(null, 204);
    })
    .post('/classes/:class/codes', async (c) => {
      const teacher = await callerAs(c, 'teacher');
      const { act } = await readBody(c.req.raw, CLASS_BYTES_MAX, NewCodeSchema);
      return c.json(await newCode(teacher, act));
    })
    .post('/classes/:class/invitations', async (c) => c.json(await invite(await callerAs(c, 'teacher'))))
    .put('/classes/:class/members/:member', async (c) => {
      await takeBack(await callerAs(c, 'teacher'), c.req.param('member'));
      return c.body(null, 204);
    })
    .delete('/classes/:class/members/:member', async (c) => {
      await removeStudent(await callerIn(c), c.req.param('member'));
      return c.body(null, 204);
    })
    .post('/joins', async (c) => {
      const person = await personOf(c);
      return c.json(await joinClass(person, await readBody(c.req.raw, CLASS_BYTES_MAX, JoinSchema)));
    })
    .post('/invitations/accepted', async (c) => {
      const person = await personOf(c);
      return c.json(await acceptInvitation(person, await readBody(c.req.raw, CLASS_BYTES_MAX, AcceptSchema)));
    });
}
