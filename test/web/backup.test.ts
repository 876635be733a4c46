import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addBackup,
  backupName,
  backupOf,
  backupText,
  readBackup,
  type Backup,
  type BackupRead,
} from '../../web/backup.ts';
import { memoryStore } from '../../web/storeMemory.ts';
import { answer, HARBOUR, ISLANDS } from './reviews.ts';

const AT = Date.UTC(2026, 10, 24, 9);

function backupIn(read: BackupRead): Backup {
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.backup;
}

/** A store with these answers of the harbour. */
async function storeOf(...ns: number[]) {
  const store = memoryStore();
  await store.add(
    HARBOUR,
    ns.map((n) => answer(n)),
    0,
  );
  return store;
}

test('whatever the order in which answers came, the file has them in the order of the log, and gives them all back', async () => {
  const set = fc.uniqueArray(fc.nat(500), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(set, set, async (here, there) => {
      const [a, b] = [await storeOf(...here), await storeOf(...there)];
      const text = backupText(await backupOf([a, b], AT));
      const backup = backupIn(readBackup(text));
      const all = [...new Set([...here, ...there])].toSorted((x, y) => x - y);
      expect(backup.decks[HARBOUR] ?? []).toEqual(all.map((n) => answer(n)));
      expect(backupText(backup)).toBe(text);
    }),
    { numRuns: 50 },
  );
});

test('the file says what it is, has one line for each answer and is named after the day', async () => {
  const store = await storeOf(1, 2);
  await store.add(ISLANDS, [answer(3)], 0);
  const text = backupText(await backupOf([store], AT));
  expect(JSON.parse(text)).toEqual({
    format: 'steppe-log',
    version: 1,
    exportedAtMs: AT,
    decks: { harbour: [answer(1), answer(2)], islands: [answer(3)] },
  });
  expect(text.split('\n').filter((line) => line.includes('"id"'))).toHaveLength(3);
  expect(backupName(AT)).toBe('steppe-2026-11-24.json');
  expect(backupIn(readBackup(backupText(await backupOf([memoryStore()], AT)))).decks).toEqual({});
});

test('an import adds what is missing, leaves what is here and counts both', async () => {
  const backup = await backupOf([await storeOf(1, 2, 3)], AT);
  const store = memoryStore();
  const mine = { ...answer(2), tookMs: 1 };
  await store.add(HARBOUR, [mine], 0);
  expect(await addBackup(backup, [store])).toEqual({ decks: [HARBOUR], read: 3, added: 2 });
  expect(await store.reviewsOf(HARBOUR)).toEqual(expect.arrayContaining([answer(1), mine, answer(3)]));
  expect(await store.waiting()).toBe(3);
  expect(await addBackup(backup, [store])).toMatchObject({ read: 3, added: 0 });
});

test('an answer that only the page holds is not added to the device once more', async () => {
  const [device, page] = [memoryStore(), await storeOf(1)];
  const backup = await backupOf([page], AT);
  expect(await addBackup(backup, [device, page])).toMatchObject({ read: 1, added: 0 });
});

test.each([0, 3_600_000, -86_400_000])(
  'the times of an import stay what they are on a clock that is corrected by %i ms',
  async (offMs) => {
    const backup = await backupOf([await storeOf(1, 2, 3)], AT);
    const store = memoryStore();
    await addBackup(backup, [store]);
    expect(await store.putRight(offMs, AT)).toBe(false);
    expect(backupText(await backupOf([store], AT))).toBe(backupText(backup));
  },
);

test('a file with anything wrong in it is refused as a whole, with the places of the first five problems', async () => {
  const { decks, ...head } = await backupOf([await storeOf(1, 2, 3, 4, 5, 6, 7)], AT);
  const wrong = (decks[HARBOUR] ?? []).map((review, at) => (at === 0 ? review : { ...review, zone: 9999 }));
  const read = readBackup(JSON.stringify({ ...head, decks: { [HARBOUR]: wrong } }));
  if (read.ok) throw new Error('it was read');
  expect(read.count).toBe(6);
  expect(read.problems).toHaveLength(5);
  expect(read.problems[0]).toMatch(/^decks\.harbour\.1\.zone: /);
});

test.each([
  ['no JSON', 'This is no JSON file.'],
  ['[1]', 'This is no export of Steppe.'],
  ['{"format":"anki","version":1,"exportedAtMs":1,"decks":{}}', 'This is no export of Steppe.'],
  [
    '{"format":"steppe-log","version":2,"exportedAtMs":1,"decks":{}}',
    'Another version of Steppe wrote this.',
  ],
  ['{"format":"steppe-log","version":1,"decks":{}}', /^exportedAtMs: /],
  ['{"format":"steppe-log","version":1,"exportedAtMs":1,"decks":{"Ä":[]}}', /^decks\.Ä: /],
])('%s is refused, and it is said why', (text, problem) => {
  const read = readBackup(text);
  if (read.ok) throw new Error('it was read');
  expect(read.problems[0]).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
});
