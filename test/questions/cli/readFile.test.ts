import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '../../../questions/cli/readFile.ts';
import { READ, REFUSED } from '../draft/reading/readFileCases.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

test.each(READ)('$what is read', async ({ name, bytes, document, title }) => {
  const path = await written(name, await bytes());
  expect(await readDocument(path)).toEqual({ ok: true, document, title });
});

test.each(REFUSED)('$what is refused with the reason', async ({ name, bytes, why }) => {
  const path = await written(name, await bytes());
  expect(await readDocument(path)).toEqual({ ok: false, why });
});

test('what is not there is refused, and so is a folder', async () => {
  const path = join(folder, 'nothing.txt');
  expect(await readDocument(path)).toEqual({ ok: false, why: `${path}: there is no such file.` });
  expect((await readDocument(folder)).ok).toBe(false);
});

test('a file of more than 50 MB is not opened', async () => {
  const path = await written('a.pdf', new Uint8Array(1));
  await truncate(path, 50_000_001);
  expect(await readDocument(path)).toEqual({
    ok: false,
    why: 'a.pdf is too large: 51 MB, and at most 50 MB are read.',
  });
});
