import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { classStore } from '../../../worker/classroom/classStore.ts';
import {
  actId,
  arrival,
  attemptId,
  classId,
  classStoreContract,
  codeOf,
  learnerId,
  longAct,
  made,
  memberId,
  person,
  place,
  start,
} from './classStoreContract.ts';

afterEach(reset);

classStoreContract('Workers KV', async () => {
  await reset();
  return { store: classStore(env.PROGRESS), settle: () => Promise.resolve() };
});

const ABOUT = `class/${classId(1)}/about`;

describe('classStore', () => {
  it('reads a class of thirty, and their attempts at a test, by one list each', async () => {
    const full = classStore(env.PROGRESS);
    await full.putAct(classId(1), made(1));
    for (let at = 2; at < 32; at += 1) {
      await full.putStudent(classId(1), person(at, 'Нұрсұлтан Әбішұлы '.repeat(4)), learnerId(at));
      await full.putStart(place(at), attemptId(1), start);
      await full.putArrival(place(at), attemptId(1), arrival(1, at, '=Қазақстан'));
    }
    const { store, done } = counted();
    expect((await store.record(classId(1))).students).toHaveLength(30);
    expect(await store.attempts(classId(1), place(1).assignment)).toHaveLength(30);
    expect(done).toEqual(['list', 'list']);
  });

  it('reads an act that lies beside no key once in an isolate’s life', async () => {
    const { store, done } = counted();
    await store.putAct(classId(1), longAct(1));
    for (const time of [1, 2])
      expect((await store.record(classId(1))).acts, `time ${time}`).toEqual([longAct(1)]);
    expect(done).toEqual(['put', 'list', 'get', 'list']);
  });

  it('does the same three gets for a teacher, a student, a student who is gone and a stranger', async () => {
    const { store, done } = counted();
    await store.putTeacher(classId(1), person(1), learnerId(1));
    for (const at of [2, 3]) await store.putStudent(classId(1), person(at), learnerId(at));
    await store.putGone(classId(1), memberId(3));
    for (const at of [1, 2, 3, 4]) {
      done.length = 0;
      await store.role(classId(1), memberId(at));
      expect(done).toEqual(['get', 'get', 'get']);
    }
  });

  it('keeps only ASCII beside a key, and nothing that is over 1,024 bytes', async () => {
    const store = classStore(env.PROGRESS);
    await store.putStudent(classId(1), person(2, 'ә'.repeat(80)), learnerId(2));
    const empty = JSON.stringify({ v: 1, words: '', sinceMs: 1 }).length;
    for (const [at, bytes] of [1024, 1025].entries()) {
      const words = 'x'.repeat(bytes - empty);
      await store.putDispute(place(2), { member: memberId(2), attempt: attemptId(1), at, words, sinceMs: 1 });
    }
    const { keys } = await env.PROGRESS.list();
    const beside = keys.map(({ metadata }) => (metadata === undefined ? null : JSON.stringify(metadata)));
    expect(beside.map((json) => json !== null)).toEqual([true, true, false]);
    for (const json of beside) expect(json ?? '').toMatch(/^[\x20-\x7e]{0,1024}$/);
  });

  it('goes on from page to page where a class has more than a thousand keys', async () => {
    const store = classStore(env.PROGRESS);
    for (let from = 0; from < 1005; from += 201)
      await Promise.all(
        Array.from({ length: 201 }, (_, at) =>
          store.putStudent(classId(1), person(from + at), learnerId(from + at)),
        ),
      );
    expect((await store.record(classId(1))).students).toHaveLength(1005);
  }, 20_000);

  it('erases some hundreds of keys a call, people first', async () => {
    const store = classStore(env.PROGRESS);
    await store.putTeacher(classId(1), person(1), learnerId(1));
    await Promise.all(
      Array.from({ length: 500 }, (_, at) => store.putArrival(place(2), attemptId(1), arrival(at % 60, at))),
    );
    await store.putStudent(classId(1), person(2), learnerId(2));
    expect(await store.erase(classId(1), memberId(1))).toEqual({ removed: 400, more: true });
    expect((await store.record(classId(1))).students).toEqual([]);
    expect(await store.erase(classId(1), memberId(1))).toEqual({ removed: 102, more: false });
    expect((await env.PROGRESS.list()).keys).toEqual([]);
  }, 20_000);

  it('leaves keys and values of another form alone', async () => {
    for (const name of ['act/x', `act/${actId(1)}`, 'student/x', `room/${memberId(1)}`, 'student'])
      await env.PROGRESS.put(`${ABOUT}/${name}`, '{}');
    for (const metadata of [{ v: 2 }, 'a word', '!', 7])
      await env.PROGRESS.put(`${ABOUT}/student/${memberId(2)}`, '{', { metadata });
    await env.PROGRESS.put(`${ABOUT}/act/${actId(9)}.${memberId(1)}`, 'no JSON');
    await env.PROGRESS.put(`join/${codeOf(1)}`, JSON.stringify({ v: 2 }));
    const store = classStore(env.PROGRESS);
    expect(await store.record(classId(1))).toEqual({ acts: [], teachers: [], students: [], gone: [] });
    expect(await store.classOfCode(codeOf(1))).toBeUndefined();
  });

  it('says to try again when KV fails', async () => {
    const fail = () => Promise.reject(new Error('KV failed: 429 Too Many Requests'));
    const store = classStore({ get: fail, put: fail, list: fail, delete: fail });
    for (const call of [
      () => store.role(classId(1), memberId(1)),
      () => store.record(classId(1)),
      () => store.putAct(classId(1), made(1)),
      () => store.removeGone(classId(1), memberId(1)),
      () => store.erase(classId(1), memberId(1)),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});

function counted() {
  const done: string[] = [];
  const kv = new Proxy(env.PROGRESS, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        done.push(String(name));
        return Reflect.apply(member, target, given);
      };
    },
  });
  return { store: classStore(kv), done };
}
