import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

/** Turns, and what has been done so far: each actor notes its name after each of two turns. */
function actors(names: readonly string[]) {
  const turns = new Turns();
  const done: string[] = [];
  const work = names.map(async (name) => {
    const own = turns.for(name);
    await own.take('first').catch((error: Error) => done.push(error.message));
    done.push(`${name} 1`);
    await own.take('second');
    done.push(`${name} 2`);
  });
  return { turns, done, work };
}

describe('Turns', () => {
  it('let nobody go on by itself', async () => {
    const { turns, done } = actors(['a', 'b']);
    await turns.settled();
    expect(done).toEqual([]);
    expect(turns.waiting).toMatchObject([
      { owner: 'a', what: 'first' },
      { owner: 'b', what: 'first' },
    ]);
  });

  it('let everybody go on in the order that is chosen', async () => {
    const { turns, done } = actors(['a', 'b']);
    await turns.play((waiting) => waiting.length - 1);
    expect(done).toEqual(['b 1', 'b 2', 'a 1', 'a 2']);
  });

  it('fail the one that is chosen', async () => {
    const { turns, done } = actors(['a', 'b']);
    turns.fail(1, new Error('no network'));
    await turns.settled();
    expect(done).toEqual(['no network', 'b 1']);
  });

  it('never answer one that is dropped, nor any of an owner who crashed', async () => {
    const { turns, done } = actors(['a', 'b', 'b', 'c']);
    turns.drop(0);
    expect(turns.dropAll('b')).toBe(2);
    await turns.play(() => 0);
    expect(done).toEqual(['c 1', 'c 2']);
  });

  it('let everything through at once, and wait again when held', async () => {
    const { turns, done, work } = actors(['a', 'b']);
    turns.letThrough();
    await Promise.all(work);
    expect(done).toEqual(['a 1', 'b 1', 'a 2', 'b 2']);
    turns.hold();
    void turns.for('a').take('third');
    expect(turns.waiting).toHaveLength(1);
  });

  it('complain about a place where nobody waits', () => {
    const { turns } = actors(['a']);
    for (const at of [-1, 1]) expect(() => turns.release(at)).toThrow(`Inconsistent: no turn at ${at}`);
    expect(turns.waiting).toHaveLength(1);
  });
});
