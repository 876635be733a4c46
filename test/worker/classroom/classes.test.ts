import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import decks from '../../../.build/test-decks.json';
import { createApp } from '../../../worker/app.ts';
import { API, ask, by, problemOf, storedKeys } from '../ask.ts';
import {
  asked,
  made,
  join,
  view,
  listOf,
  act,
  membersPath,
  assigning,
  TEACHER,
  OTHER,
  ANN,
  BEN,
  STRANGER,
} from './people.ts';
import { countedIn, MINUTE_MS, nextId } from './someClass.ts';

afterEach(reset);

describe('a class', () => {
  it('is made with a code by four puts, and made once however often the maker asks', async () => {
    const nonce = nextId();
    const first = await made(TEACHER, nonce);
    expect(await countedIn(() => made(TEACHER, nonce))).toEqual({ put: 4, list: 0, get: 0, delete: 0 });
    expect(await made(TEACHER, nonce)).toEqual(first);
    expect(await storedKeys()).toHaveLength(4);
    expect(await view(TEACHER, first.class)).toMatchObject({
      role: 'teacher',
      record: {
        acts: [{ id: nonce, act: { type: 'made', name: 'Тарих 10б', code: first.code } }],
        teachers: [{ name: 'Ms Grey' }],
        students: [],
      },
    });
  });

  it('is another one of another maker, whatever the nonce', async () => {
    const nonce = nextId();
    const own = await made(TEACHER, nonce);
    const others = await made(OTHER, nonce);
    expect(others.class).not.toBe(own.class);
    expect(others.code).not.toBe(own.code);
  });

  it('is not made under a nonce of another time than now', async () => {
    for (const atMs of [Date.now() - 11 * MINUTE_MS, Date.now() + 11 * MINUTE_MS]) {
      const body = { nonce: nextId(atMs), name: 'x', teacher: 'y' };
      expect(await problemOf(await asked(TEACHER, ['POST', '/classes'], body))).toMatchObject({
        status: 422,
        code: 'act-not-now',
        problems: [{ path: 'nonce' }],
      });
    }
    expect(await storedKeys()).toEqual([]);
  });

  it('stands in the own list of everybody in it, and in no other’s', async () => {
    const { class: of, code } = await made();
    await join(ANN, code);
    expect(await listOf(TEACHER)).toEqual([{ class: of, role: 'teacher', name: 'Тарих 10б' }]);
    expect(await listOf(ANN)).toEqual([{ class: of, role: 'student', name: 'Тарих 10б' }]);
    expect(await listOf(STRANGER)).toEqual([]);
  });

  it('is refused in one way to a stranger, a removed student and everybody where there is none', async () => {
    const { class: of, code } = await made();
    const { member: ann } = await join(ANN, code);
    await asked(TEACHER, ['DELETE', `/classes/${of}/members/${ann}`]);
    const nowhere = of.replaceAll(/./g, '0');
    const refusals: object[] = [];
    for (const [key, which] of [
      [STRANGER, of],
      [ANN, of],
      [STRANGER, nowhere],
      [TEACHER, nowhere],
    ] as const) {
      const counted = await countedIn(async () => {
        refusals.push(await problemOf(await asked(key, ['GET', `/classes/${which}`])));
      });
      expect(counted).toEqual({ put: 0, list: 0, get: 3, delete: 0 });
    }
    refusals.push(await problemOf(await asked(TEACHER, ['GET', '/classes/no-class-id'])));
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ status: 404, code: 'unknown-class' });
  });

  it('costs no call to the store without a learner key', async () => {
    const { class: of } = await made();
    const counted = await countedIn(async () => {
      for (const [method, path] of [
        ['GET', '/classes'],
        ['POST', '/classes'],
        ['GET', `/classes/${of}`],
        ['DELETE', `/classes/${of}`],
        ['PUT', `/classes/${of}/acts/${nextId()}`],
        ['POST', `/classes/${of}/codes`],
        ['POST', `/classes/${of}/invitations`],
        ['PUT', await membersPath(of, ANN)],
        ['DELETE', await membersPath(of, ANN)],
        ['POST', '/joins'],
        ['POST', '/invitations/accepted'],
      ] as const)
        expect(await problemOf(await ask(path, { method })), path).toMatchObject({
          status: 401,
          code: 'no-learner-key',
        });
    });
    expect(counted).toEqual({ put: 0, list: 0, get: 0, delete: 0 });
  });

  it('is not to be had on a server without a secret, or with one that is too short', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const secret of [{}, { SIGNING_SECRET: 'short' }]) {
      const bindings = { PROGRESS: env.PROGRESS, ASSETS: env.ASSETS, ...secret };
      for (const path of ['/classes', `/classes/${'0'.repeat(26)}`]) {
        const request = new Request(API + path, { headers: by(TEACHER) });
        const response = await createApp(decks).fetch(request, bindings);
        expect(response.headers.get('retry-after')).toBe('3600');
        expect(await problemOf(response)).toMatchObject({ status: 503, code: 'not-configured' });
      }
    }
    told.mockRestore();
  });
});

describe('an act', () => {
  it('is kept once by three gets and a put, however often it is sent', async () => {
    const { class: of } = await made();
    const id = nextId();
    const send = () => act(of, { type: 'name', name: 'History' }, TEACHER, id);
    expect(await countedIn(send)).toEqual({ put: 1, list: 0, get: 3, delete: 0 });
    expect((await send()).status).toBe(204);
    expect(await view(TEACHER, of)).toMatchObject({
      record: { acts: [{ act: { type: 'made' } }, { id, act: { type: 'name', name: 'History' } }] },
    });
  });

  it('is refused where the server alone writes it, at another time, of another deck, or too large', async () => {
    const { class: of, code } = await made();
    const lateId = nextId(Date.now() - 11 * MINUTE_MS);
    for (const [done, status, refused, id] of [
      [{ type: 'made', name: 'x', code }, 422, 'invalid-body'],
      [{ type: 'code', code }, 422, 'invalid-body'],
      [{ type: 'name', name: 'x' }, 422, 'act-not-now', lateId],
      [{ type: 'name', name: 'x' }, 422, 'invalid-parameter', 'no-ulid'],
      [assigning('draft', { deck: 'atlantis' }), 404, 'unknown-deck'],
      [{ type: 'name', name: 'x'.repeat(20_000) }, 413, 'body-too-large'],
      [{ type: 'dance' }, 422, 'invalid-body'],
    ] as const)
      expect(await problemOf(await act(of, done, TEACHER, id ?? nextId()))).toMatchObject({
        status,
        code: refused,
      });
    expect((await act(of, assigning('withdrawn', { deck: 'atlantis' }))).status).toBe(204);
  });

  it('that gives a question a key which it cannot take is refused', async () => {
    const { class: of } = await made();
    const assigned = assigning('published');
    if (assigned.type !== 'assign') throw new Error('Inconsistent: an assignment');
    await act(of, assigned);
    const repair = (answer: unknown) => ({
      type: 'repair',
      assignment: assigned.assignment,
      question: 'fleet-moved/where-to',
      how: { do: 'key', answer, also: true },
      words: '',
    });
    expect(await problemOf(await act(of, repair([['a', 'b']])))).toMatchObject({
      status: 422,
      code: 'malformed-answer',
    });
    expect((await act(of, repair('Tarn Point'))).status).toBe(204);
  });

  it('is a teacher’s: a student is answered as a stranger is', async () => {
    const { class: of, code } = await made();
    await join(ANN, code);
    const refusals: object[] = [];
    for (const key of [ANN, STRANGER])
      for (const [method, path, body] of [
        ['PUT', `/classes/${of}/acts/${nextId()}`, { type: 'archive', archived: true }],
        ['POST', `/classes/${of}/codes`, { act: nextId() }],
        ['POST', `/classes/${of}/invitations`, {}],
        ['DELETE', `/classes/${of}`, undefined],
        ['PUT', await membersPath(of, ANN), {}],
        ['DELETE', await membersPath(of, TEACHER), undefined],
        ['DELETE', await membersPath(of, BEN), undefined],
      ] as const) {
        const counted = await countedIn(async () => {
          refusals.push(await problemOf(await asked(key, [method, path], body)));
        });
        expect(counted, `${method} ${path}`).toEqual({ put: 0, list: 0, get: 3, delete: 0 });
      }
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ status: 404, code: 'unknown-class' });
  });
});
