import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import decks from '../../../.build/test-decks.json';
import { JoinedSchema } from '../../../questions/classroom/api.ts';
import { ClassIdSchema, type ClassId } from '../../../questions/classroom/ids.ts';
import { classStore } from '../../../worker/classroom/classStore.ts';
import { viewClass } from '../../../worker/classroom/classView.ts';
import { joinClass } from '../../../worker/classroom/joinClass.ts';
import { sign } from '../../../worker/classroom/signing.ts';
import { createShelves } from '../../../worker/shelf.ts';
import { learnerOf } from '../../../worker/learner.ts';
import { problemOf, storedKeys } from '../ask.ts';
import {
  said,
  asked,
  made,
  join,
  refusedJoin,
  view,
  listOf,
  act,
  member,
  membersPath,
  erase,
  newCode,
  invited,
  peopleOf,
  TEACHER,
  OTHER,
  ANN,
  BEN,
} from './people.ts';
import { countedIn, DAY_MS, MINUTE_MS, nextId } from './someClass.ts';

afterEach(reset);

describe('a code', () => {
  it('lets a student in by a get, a list and two puts, who then sees the own part of the class alone', async () => {
    const { class: of, code } = await made();
    const counted = await countedIn(() => join(ANN, code, 'Айгүл'));
    expect(counted).toEqual({ put: 2, list: 1, get: 1, delete: 0 });
    await join(BEN, code, 'Ben');
    const seen = await view(ANN, of);
    expect(seen).toEqual({
      role: 'student',
      class: of,
      me: await member(of, ANN),
      nowMs: seen.nowMs,
      name: 'Тарих 10б',
      myName: 'Айгүл',
      teachers: ['Ms Grey'],
      archived: false,
      assignments: [],
    });
  });

  it('lets nobody new into a class of five hundred, and says so', async () => {
    const { class: of, code } = await made();
    await join(ANN, code, 'Ann');
    const [store, learner] = [classStore(env.PROGRESS), await learnerOf(`Bearer ${ANN}`)];
    const others = await Promise.all(
      Array.from({ length: 499 }, (_, at) => member(of, String(at).padStart(32, '0'))),
    );
    const sinceMs = Date.now();
    await Promise.all(
      others.map((one) =>
        store.putStudent(v.parse(ClassIdSchema, of), { member: one, name: 'X', sinceMs }, learner),
      ),
    );
    expect(await refusedJoin(BEN, code)).toMatchObject({ status: 403, code: 'class-full' });
    expect(await join(ANN, code, 'Ann again')).toMatchObject({ class: of });
  }, 20_000);

  it('renames a student who joins again, and keeps the day of joining', async () => {
    const { class: of, code } = await made();
    await join(ANN, code, 'Ann');
    const before = await peopleOf(of);
    await join(ANN, code, 'Anna');
    expect(await peopleOf(of)).toEqual([{ ...before[0], name: 'Anna' }]);
  });

  it('leaves a teacher a teacher', async () => {
    const { class: of, code } = await made();
    await join(TEACHER, code);
    expect(await peopleOf(of)).toEqual([]);
    expect(await listOf(TEACHER)).toMatchObject([{ role: 'teacher' }]);
  });

  it('is refused in one way where it is nobody’s, replaced, closed, of an archived class, or used by a removed student', async () => {
    const { class: of, code } = await made();
    await join(ANN, code);
    await asked(TEACHER, ['DELETE', await membersPath(of, ANN)]);
    const refusals = [await refusedJoin(ANN, code), await refusedJoin(BEN, '00000000')];
    await act(of, { type: 'archive', archived: true });
    refusals.push(await refusedJoin(BEN, code));
    await act(of, { type: 'archive', archived: false });
    await act(of, { type: 'code', code: null });
    refusals.push(await refusedJoin(BEN, code));
    const { code: next } = await newCode(of);
    refusals.push(await refusedJoin(BEN, code));
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ status: 404, code: 'unknown-code' });
    expect(await join(BEN, next, 'Ben')).toMatchObject({ class: of });
  });

  it('is the same one for the same act', async () => {
    const { class: of, code } = await made();
    const id = nextId();
    const [first, again] = [await newCode(of, id), await newCode(of, id)];
    expect(again).toEqual(first);
    expect(first.code).not.toBe(code);
    const old = nextId(Date.now() - 11 * MINUTE_MS);
    const refused = await asked(TEACHER, ['POST', `/classes/${of}/codes`], { act: old });
    expect(await problemOf(refused)).toMatchObject({ code: 'act-not-now', problems: [{ path: 'act' }] });
  });
});

describe('an invitation', () => {
  it('makes another teacher, who may do all that the first may', async () => {
    const { class: of, code } = await made();
    const { invitation, expiresAtMs } = await invited(of);
    expect(expiresAtMs - Date.now()).toBeGreaterThan(7 * DAY_MS - MINUTE_MS);
    const accepted = await said(OTHER, ['POST', '/invitations/accepted'], JoinedSchema, {
      invitation,
      name: 'Mr Brown',
    });
    expect(accepted).toEqual({ class: of, name: 'Тарих 10б', member: await member(of, OTHER) });
    expect((await act(of, { type: 'name', name: 'History 10b' }, OTHER)).status).toBe(204);
    expect(await view(OTHER, of)).toMatchObject({
      role: 'teacher',
      record: { teachers: expect.arrayContaining([expect.objectContaining({ name: 'Mr Brown' })]) },
    });
    await join(ANN, code);
    expect(await view(ANN, of)).toMatchObject({ name: 'History 10b', teachers: ['Mr Brown', 'Ms Grey'] });
  });

  it('makes a teacher of a student', async () => {
    const { class: of, code } = await made();
    await join(ANN, code);
    const { invitation } = await invited(of);
    await said(ANN, ['POST', '/invitations/accepted'], JoinedSchema, { invitation, name: 'Ann' });
    expect(await view(ANN, of)).toMatchObject({ role: 'teacher' });
    expect(await listOf(ANN)).toMatchObject([{ role: 'teacher' }]);
  });

  it('is refused where it is forged, altered, signed for something else, or of a class that is gone', async () => {
    const { class: of } = await made();
    const { invitation } = await invited(of);
    const payload = { class: of, by: await member(of, TEACHER), expiresAtMs: Date.now() + DAY_MS };
    const refused = async (token: string) =>
      problemOf(
        await asked(OTHER, ['POST', '/invitations/accepted'], { invitation: token, name: 'Mr Brown' }),
      );
    const refusals = [
      await refused('forged'),
      await refused(`A${invitation.slice(1)}`),
      await refused(await sign('another secret of 32 characters..', 'invitation', payload)),
      await refused(await sign(env.SIGNING_SECRET, 'receipt', payload)),
      await refused(await sign(env.SIGNING_SECRET, 'invitation', { ...payload, by: await member(of, ANN) })),
    ];
    await erase(of);
    refusals.push(await refused(invitation));
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ status: 404, code: 'unknown-invitation' });
    expect(await storedKeys()).toEqual([]);
  });

  it('says that it has expired, after seven days', async () => {
    const { class: of } = await made();
    const payload = { class: of, by: await member(of, TEACHER), expiresAtMs: Date.now() - 1 };
    const body = { invitation: await sign(env.SIGNING_SECRET, 'invitation', payload), name: 'Mr Brown' };
    expect(await problemOf(await asked(OTHER, ['POST', '/invitations/accepted'], body))).toMatchObject({
      status: 410,
      code: 'invitation-expired',
    });
  });
});

describe('a class that was made a moment ago, while no list shows it yet,', () => {
  const nothing = { acts: [], teachers: [], students: [], gone: [] };
  const late = { ...classStore(env.PROGRESS), record: () => Promise.resolve(nothing) };
  const personOf = async (key: string, nowMs = Date.now()) => ({
    learner: await learnerOf(`Bearer ${key}`),
    store: late,
    secret: env.SIGNING_SECRET,
    nowMs,
  });
  const seenBy = async (key: string, of: ClassId, role: 'teacher' | 'student') =>
    viewClass(
      { ...(await personOf(key)), of, member: await member(of, key), role },
      createShelves(decks).at(env),
    );

  it('is joined by its code, and seen by who has joined', async () => {
    const { class: of, code } = await made();
    const joined = await joinClass(await personOf(ANN), { code, name: 'Ann' });
    expect(joined).toMatchObject({ class: of, name: 'Тарих 10б' });
    expect(await seenBy(ANN, of, 'student')).toMatchObject({ name: 'Тарих 10б', myName: 'Ann' });
  });

  it('shows its teacher as one, so that what the teacher’s browser knows counts', async () => {
    const { class: of } = await made();
    expect(await seenBy(TEACHER, of, 'teacher')).toMatchObject({
      record: { teachers: [{ member: await member(of, TEACHER), name: 'Ms Grey' }] },
    });
  });

  it('is joined no more some minutes later: then it was erased', async () => {
    const { code } = await made();
    const later = await personOf(ANN, Date.now() + 5 * MINUTE_MS);
    await expect(joinClass(later, { code, name: 'Ann' })).rejects.toMatchObject({ code: 'unknown-code' });
  });
});
