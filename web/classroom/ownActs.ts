import * as v from 'valibot';
import type { Act, ClassRecord } from '../../questions/classroom/act.ts';
import { ClassViewSchema, type ClassView } from '../../questions/classroom/api.ts';
import { ActIdSchema, momentOf, type ActId, type MemberId } from '../../questions/classroom/ids.ts';
import { ulid } from '../../questions/ulid.ts';
import { randomBytes } from '../chance.ts';
import { nowMs } from '../clock.ts';
import { askServer, type Said } from '../askServer.ts';
import { keepOwn, ownOf } from './own/ownKept.ts';
import { recent, united, type Own } from './own/ownRecord.ts';

/** By how much (ms) the server's clock is ahead of this device's, as it last said. */
let aheadMs = 0;
/** The moment of the latest act that was made or seen here: the next one comes after it. */
let latestMs = 0;
/** The classes whose server has told its time to this page. */
const heard = new Set<string>();

/** Now on the server's clock (ms since 1970), as far as it was told. */
export function serverNowMs(): number {
  return nowMs() + aheadMs;
}

/** A class as the server sees it; a teacher's with what this tab did to it and the list does not show yet. */
export async function askServerView(classId: string): Promise<Said<ClassView>> {
  const said = await askServer('GET', `/classes/${classId}`, ClassViewSchema);
  if (!said.ok) return said;
  hear(classId, said.value.nowMs);
  if (said.value.role !== 'teacher') return said;
  const { me, record } = said.value;
  return { ok: true, value: { ...said.value, record: withOwn(classId, me, record) } };
}

/** A teacher's record of a class with what this tab did to it a moment ago. */
export function withOwn(classId: string, me: MemberId, record: ClassRecord): ClassRecord {
  const whole = united(record, me, recent(ownOf(classId), serverNowMs()));
  latestMs = whole.acts.reduce((latest, { id }) => Math.max(latest, momentOf(id)), latestMs);
  return whole;
}

/**
 * Writes one act of a teacher under an id made now, and keeps it until every list shows it. Sent again after a failure it is
 * another act of the same words, which the fold does not mind.
 */
export async function writeAct(classId: string, act: Act): Promise<Said<ActId>> {
  if (!heard.has(classId)) {
    const said = await askServerView(classId);
    if (!said.ok) return said;
  }
  const id = newActId();
  const said = await askServer('PUT', `/classes/${classId}/acts/${id}`, v.null(), act);
  if (!said.ok) return said;
  rememberAct(classId, id, act);
  return { ok: true, value: id };
}

/** A name for an act of this moment, after every act that was seen here. */
export function newActId(): ActId {
  latestMs = Math.max(latestMs + 1, Math.round(serverNowMs()));
  return v.parse(ActIdSchema, ulid(latestMs, randomBytes(10)));
}

/** Keeps an act that the server wrote for this tab, as a new code. */
export function rememberAct(classId: string, id: ActId, act: Act): void {
  change(classId, (own) => ({ ...own, acts: [...own.acts, { id, act }] }));
}

/** Keeps that a student was taken out, or back in. */
export function rememberGone(classId: string, member: MemberId, gone: boolean): void {
  change(classId, (own) => ({ ...own, gone: [...own.gone, { member, gone, atMs: serverNowMs() }] }));
}

/** Keeps that this person teaches the class from now on. */
export function rememberTeacher(classId: string, name: string): void {
  change(classId, (own) => ({ ...own, teacher: { name, sinceMs: Math.round(serverNowMs()) } }));
}

function change(classId: string, next: (own: Own) => Own): void {
  keepOwn(classId, next(recent(ownOf(classId), serverNowMs())));
}

function hear(classId: string, serverMs: number): void {
  aheadMs = serverMs - nowMs();
  heard.add(classId);
}
