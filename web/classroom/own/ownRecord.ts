import * as v from 'valibot';
import { ActSchema, type ClassRecord } from '../../../questions/classroom/act.ts';
import { ActIdSchema, MemberIdSchema, momentOf, type MemberId } from '../../../questions/classroom/ids.ts';

/** How long (in ms) what was done here is united with what the server lists: a list may be a minute late. */
const LATE_MS = 180_000;

/** What this tab did to a class a moment ago; all times are the server's. */
export const OwnSchema = v.object({
  acts: v.array(v.object({ id: ActIdSchema, act: ActSchema })),
  /** Students who were taken out or back in, in that order. */
  gone: v.array(v.object({ member: MemberIdSchema, gone: v.boolean(), atMs: v.number() })),
  /** This person, where the class was made or joined as a teacher here. */
  teacher: v.nullable(v.object({ name: v.string(), sinceMs: v.number() })),
});
export type Own = v.InferOutput<typeof OwnSchema>;

/** Nothing was done here. */
export const NOTHING: Own = { acts: [], gone: [], teacher: null };

/** What is still younger than a late list at this moment (ms since 1970, the server's). */
export function recent(own: Own, nowMs: number): Own {
  const isRecent = (atMs: number) => atMs > nowMs - LATE_MS;
  return {
    acts: own.acts.filter(({ id }) => isRecent(momentOf(id))),
    gone: own.gone.filter(({ atMs }) => isRecent(atMs)),
    teacher: own.teacher !== null && isRecent(own.teacher.sinceMs) ? own.teacher : null,
  };
}

/** The record as it will be listed once what was done here shows; doing it twice changes nothing. */
export function united(record: ClassRecord, me: MemberId, own: Own): ClassRecord {
  const listed = new Set(record.acts.map(({ id }) => id));
  const added = own.acts.filter(({ id }) => !listed.has(id)).map(({ id, act }) => ({ id, by: me, act }));
  const gone = new Set(record.gone);
  for (const change of own.gone) {
    if (change.gone) gone.add(change.member);
    else gone.delete(change.member);
  }
  const isListed = record.teachers.some(({ member }) => member === me);
  const self = own.teacher === null || isListed ? [] : [{ member: me, ...own.teacher }];
  return {
    ...record,
    acts: [...record.acts, ...added],
    gone: [...gone],
    teachers: [...record.teachers, ...self],
  };
}
