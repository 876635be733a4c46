import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import decks from '../../../.build/test-decks.json';
import { problemOf, storedKeys } from '../ask.ts';
import {
  asked,
  made,
  invited,
  join,
  refusedJoin,
  view,
  listOf,
  act,
  member,
  membersPath,
  assigning,
  erase,
  newCode,
  peopleOf,
  TEACHER,
  OTHER,
  ANN,
  BEN,
  STRANGER,
} from './people.ts';
import { countedIn, keyNamed, MINUTE_MS } from './someClass.ts';

afterEach(reset);

describe('a student', () => {
  let of = '';
  let code = '';
  beforeEach(async () => {
    ({ class: of, code } = await made());
    await join(ANN, code, 'Ann');
    await join(BEN, code, 'Ben');
  });

  it('sees published assignments with the own close, in an archived class too', async () => {
    const published = assigning('published');
    if (published.type !== 'assign') throw new Error('Inconsistent: an assignment');
    const { assignment } = published;
    for (const done of [
      published,
      assigning('draft'),
      assigning('withdrawn'),
      {
        type: 'allow',
        assignment,
        member: await member(of, ANN),
        extraMinutes: 10,
        opensAtMs: null,
        closesAtMs: null,
      },
      { type: 'archive', archived: true },
    ])
      expect((await act(of, done)).status).toBe(204);
    const brief = {
      id: assignment,
      kind: 'test',
      title: 'The harbour',
      deck: 'harbour',
      deckTitle: decks.find(({ deck }) => deck.id === 'harbour')?.deck.title,
      opensAtMs: 1000,
      endsAtMs: 2000,
    };
    expect(await view(BEN, of)).toMatchObject({ archived: true, assignments: [brief] });
    expect(await view(ANN, of)).toMatchObject({
      assignments: [{ ...brief, endsAtMs: 2000 + 10 * MINUTE_MS }],
    });
  });

  it('is out once removed, and back under the same name once taken back in', async () => {
    const path = await membersPath(of, ANN);
    expect((await asked(TEACHER, ['DELETE', path])).status).toBe(204);
    expect(await problemOf(await asked(ANN, ['GET', `/classes/${of}`]))).toMatchObject({ status: 404 });
    expect(await listOf(ANN)).toEqual([]);
    expect(await view(TEACHER, of)).toMatchObject({ record: { gone: [await member(of, ANN)] } });
    expect((await asked(TEACHER, ['PUT', path])).status).toBe(204);
    expect(await view(ANN, of)).toMatchObject({ role: 'student', myName: 'Ann' });
    expect(await listOf(ANN)).toEqual([{ class: of, role: 'student', name: 'Тарих 10б' }]);
  });

  it('is out with every key once removed, and back with every key', async () => {
    const [from, into] = [await member(of, BEN), await member(of, ANN)];
    await act(of, { type: 'merge', from, into });
    const path = await membersPath(of, ANN);
    expect((await asked(TEACHER, ['DELETE', path])).status).toBe(204);
    for (const key of [ANN, BEN]) {
      expect(await problemOf(await asked(key, ['GET', `/classes/${of}`]))).toMatchObject({ status: 404 });
      expect(await listOf(key)).toEqual([]);
    }
    expect((await asked(TEACHER, ['PUT', path])).status).toBe(204);
    for (const key of [ANN, BEN]) {
      expect(await view(key, of)).toMatchObject({ role: 'student', myName: 'Ann' });
      expect(await listOf(key)).toHaveLength(1);
    }
  });

  it('may leave, and remove nobody else', async () => {
    expect(await problemOf(await asked(ANN, ['DELETE', await membersPath(of, BEN)]))).toMatchObject({
      code: 'unknown-class',
    });
    expect((await asked(ANN, ['DELETE', await membersPath(of, ANN)])).status).toBe(204);
    expect(await problemOf(await asked(ANN, ['GET', `/classes/${of}`]))).toMatchObject({ status: 404 });
    expect(await view(BEN, of)).toMatchObject({ role: 'student' });
  });

  it('is nobody who is not in the class, and no teacher, nor a student who has become one', async () => {
    const { invitation } = await invited(of);
    await asked(BEN, ['POST', '/invitations/accepted'], { invitation, name: 'Ben' });
    for (const key of [STRANGER, TEACHER, BEN])
      for (const method of ['PUT', 'DELETE'])
        expect(await problemOf(await asked(TEACHER, [method, await membersPath(of, key)]))).toMatchObject({
          status: 404,
          code: 'unknown-member',
        });
    expect(await view(TEACHER, of)).toMatchObject({ role: 'teacher', record: { gone: [] } });
  });

  it('of thirty is shown the class, as the teacher is, by three gets and a list', async () => {
    const keys = Array.from({ length: 28 }, (_, at) => keyNamed(`ST${at}X`));
    for (const key of keys) await join(key, code, 'Нұрсұлтан Әбішұлы');
    for (const key of [TEACHER, ANN])
      expect(await countedIn(() => view(key, of))).toEqual({ put: 0, list: 1, get: 3, delete: 0 });
    expect(await peopleOf(of)).toHaveLength(30);
  });

  it('loses nothing of another class when a class is erased with all that is in it', async () => {
    const other = await made(OTHER);
    await join(ANN, other.code);
    const before = await storedKeys();
    await act(of, assigning('published'));
    await newCode(of);
    await asked(TEACHER, ['DELETE', await membersPath(of, BEN)]);
    await erase(of);
    const left = await storedKeys();
    expect(left).toHaveLength(4 + 2);
    expect(before).toEqual(expect.arrayContaining([...left]));
    expect(await listOf(ANN)).toEqual([{ class: other.class, role: 'student', name: 'Тарих 10б' }]);
    expect(await listOf(TEACHER)).toEqual([]);
    expect(await problemOf(await asked(TEACHER, ['GET', `/classes/${of}`]))).toMatchObject({ status: 404 });
    expect(await refusedJoin(BEN, code)).toMatchObject({ code: 'unknown-code' });
  });
});
