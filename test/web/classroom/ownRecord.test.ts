import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { ClassRecord } from '../../../questions/classroom/act.ts';
import { foldClass } from '../../../questions/classroom/foldClass.ts';
import { ActIdSchema, JoinCodeSchema, MemberIdSchema, type ActId } from '../../../questions/classroom/ids.ts';
import { ulid } from '../../../questions/ulid.ts';
import { NOTHING, recent, united, type Own } from '../../../web/classroom/own/ownRecord.ts';

const NOW = 1_800_000_000_000;
const ME = v.parse(MemberIdSchema, 'M'.repeat(26));
const AIGUL = v.parse(MemberIdSchema, 'A'.repeat(26));
const CODE = v.parse(JoinCodeSchema, '7K2M9QXA');

function actAt(atMs: number): ActId {
  return v.parse(ActIdSchema, ulid(atMs, new Uint8Array(10)));
}

const LISTED: ClassRecord = {
  acts: [{ id: actAt(NOW - 900_000), by: ME, act: { type: 'made', name: 'Year 9', code: CODE } }],
  teachers: [{ member: ME, name: 'Ms Serik', sinceMs: NOW - 900_000 }],
  students: [{ member: AIGUL, name: 'Aigul', sinceMs: NOW - 800_000 }],
  gone: [],
};
const EMPTY: ClassRecord = { acts: [], teachers: [], students: [], gone: [] };
const RENAMED: Own = {
  ...NOTHING,
  acts: [{ id: actAt(NOW - 1000), act: { type: 'name', name: 'Year 10' } }],
};

test('an act of this tab counts before the list shows it, and once after', () => {
  const early = united(LISTED, ME, RENAMED);
  expect(foldClass(early).name).toBe('Year 10');
  expect(united(early, ME, RENAMED)).toEqual(early);
});

test('a student who was taken out stays out, and one who was taken back in stays in, while the list is late', () => {
  const out = { member: AIGUL, gone: true, atMs: NOW - 2000 };
  const back = { member: AIGUL, gone: false, atMs: NOW - 1000 };
  expect(united(LISTED, ME, { ...NOTHING, gone: [out] }).gone).toEqual([AIGUL]);
  expect(united({ ...LISTED, gone: [AIGUL] }, ME, { ...NOTHING, gone: [out, back] }).gone).toEqual([]);
});

test('a class that was made a moment ago has its name and its teacher, whatever is listed', () => {
  const own: Own = {
    ...NOTHING,
    acts: [{ id: actAt(NOW - 1000), act: { type: 'made', name: 'New', code: CODE } }],
    teacher: { name: 'Ms Serik', sinceMs: NOW - 1000 },
  };
  const state = foldClass(united(EMPTY, ME, own));
  expect([state.name, state.code, state.teachers.map(({ name }) => name)]).toEqual([
    'New',
    CODE,
    ['Ms Serik'],
  ]);
});

test('what was done more than three minutes ago is left to the list', () => {
  const own: Own = {
    acts: [
      { id: actAt(NOW - 180_001), act: { type: 'name', name: 'Old' } },
      { id: actAt(NOW - 179_999), act: { type: 'name', name: 'New' } },
    ],
    gone: [{ member: AIGUL, gone: true, atMs: NOW - 180_001 }],
    teacher: { name: 'Ms Serik', sinceMs: NOW - 180_001 },
  };
  expect(recent(own, NOW)).toEqual({ ...NOTHING, acts: own.acts.slice(1) });
});
