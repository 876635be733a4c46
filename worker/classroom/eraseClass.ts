import * as v from 'valibot';
import { JoinCodeSchema, type ClassId, type MemberId } from '../../questions/classroom/ids.ts';
import { LearnerIdSchema } from '../../questions/ids.ts';
import { orUnavailable } from '../orUnavailable.ts';
import type { Erased } from '../store.ts';
import { beside, getKept, pageKept, type ClassKv, type KeptKey } from './kept.ts';
import { keys } from './keys.ts';

/** Each takes up to two deletes, and a request may do a thousand operations (developers.cloudflare.com/kv/platform/limits). */
const ERASED_AT_ONCE = 400;

const PersonBeside = v.object({ learner: LearnerIdSchema });
const CodeBeside = v.object({ act: v.object({ code: JoinCodeSchema }) });

/**
 * `ClassStore.erase` in KV: at most seven lists and 800 deletes. What was written within the last minute may not be listed yet,
 * and then it stays behind, under names that nobody is a member of any more.
 */
export async function eraseClass(kv: ClassKv, of: ClassId, by: MemberId): Promise<Erased> {
  const last = keys.teacher(of, by);
  let removed = 0;
  let own: KeptKey | undefined;
  for (const prefix of keys.parts(of)) {
    const limit = ERASED_AT_ONCE - removed;
    if (limit === 0) return { removed, more: true };
    const page = await pageKept(kv, { prefix, limit });
    own ??= page.keys.find(({ key }) => key === last);
    const others = page.keys.filter(({ key }) => key !== last);
    await Promise.all(others.map((listed) => remove(kv, of, listed)));
    removed += others.length;
    if (page.cursor !== undefined) return { removed, more: true };
  }
  await remove(kv, of, own ?? (await unlisted(kv, last)));
  return { removed: removed + 1, more: false };
}

/** A key that a late list does not show, as if it did. */
async function unlisted(kv: ClassKv, key: string): Promise<KeptKey> {
  return { key, name: '', metadata: (await getKept(kv, key, PersonBeside)) ?? null };
}

/** What leads to a key goes before it: where this stops half-way, the key is still there to say what else has to go. */
async function remove(kv: ClassKv, of: ClassId, listed: KeptKey): Promise<void> {
  const person = beside(listed, PersonBeside);
  const coded = beside(listed, CodeBeside);
  if (person !== undefined) await orUnavailable(kv.delete(keys.membership(person.learner, of)));
  if (coded !== undefined) await orUnavailable(kv.delete(keys.code(coded.act.code)));
  await orUnavailable(kv.delete(listed.key));
}
