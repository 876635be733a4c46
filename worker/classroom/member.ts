import * as v from 'valibot';
import {
  ClassIdSchema,
  MemberIdSchema,
  type ActId,
  type ClassId,
  type MemberId,
} from '../../questions/classroom/ids.ts';
import type { LearnerId } from '../../questions/ids.ts';
import { crockford } from './crockford.ts';

/** The name of the class that a learner makes under a nonce: nobody else can make it, or take its name. */
export async function classIdOf(maker: LearnerId, nonce: ActId): Promise<ClassId> {
  return v.parse(ClassIdSchema, await hashName(`class/${maker}/${nonce}`));
}

/** Who a learner is within a class; in another class the same learner is somebody else. */
export async function memberIdOf(of: ClassId, learner: LearnerId): Promise<MemberId> {
  return v.parse(MemberIdSchema, await hashName(`member/${of}/${learner}`));
}

/** The first 130 bits of the SHA-256 of a text, as 26 characters. */
async function hashName(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return crockford(new Uint8Array(digest), 26);
}
