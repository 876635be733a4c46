import * as v from 'valibot';
import { compile } from '../../questions/compile.ts';
import type { LearnerId } from '../../questions/ids.ts';
import type { Finding } from '../../questions/lint/finding.ts';
import { publishable } from '../../questions/publishable.ts';
import {
  RevisionSchema,
  type Published,
  type PublishSchema,
  type Revision,
} from '../../questions/publish.ts';
import { Refusal } from '../problem.ts';
import { publishedId } from './publishedId.ts';
import {
  pointerOf,
  putOffered,
  putRevision,
  sourceOf,
  type Pointer,
  type PublishedKv,
} from './publishedStore.ts';

type Wanted = v.InferOutput<typeof PublishSchema>;

/** At most so many findings are told at once. */
const FINDINGS_TOLD = 100;

/**
 * Publishes a revision of an author's deck. Refuses with 422 what the parser or the lint marks with an error, and with 409
 * where another revision than the one that the author has seen is served. The same again changes nothing.
 */
export async function publishDeck(
  kv: PublishedKv,
  author: LearnerId,
  name: string,
  wanted: Wanted,
  nowMs: number,
): Promise<{ readonly isNew: boolean; readonly published: Published }> {
  const { yaml, document, offered } = wanted;
  const id = await publishedId(author, name);
  const served = await pointerOf(kv, id);
  const revision = v.parse(RevisionSchema, await sha256(`${yaml}\0${document}`));
  if (served?.revision === revision) {
    await putOffered(kv, id, revision, offered);
    return { isNew: false, published: publishedOf(served) };
  }
  await refuseElsewhere(kv, served, wanted.after);
  const read = publishable(yaml, document, await sha256(document));
  if (!read.ok) throw refuseFindings(read.findings);
  const { file } = read;
  const made = compile(id, revision, file, document);
  if (made.deck.facts.length === 0)
    throw new Refusal('nothing-reviewed', 'Accept a question first: drafts are served to nobody.');
  const pointer: Pointer = {
    v: 1,
    id,
    name,
    title: file.title,
    access: file.access,
    revision,
    before: stoodBefore(served, nowMs),
    publishedAtMs: nowMs,
  };
  await putRevision(kv, author, pointer, { v: 1, yaml, document, offered, publishedAtMs: nowMs }, made);
  return { isNew: true, published: publishedOf(pointer) };
}

/** How long (in ms) a location may show what was before. */
const LATE_MS = 60_000;

function stoodBefore(served: Pointer | undefined, nowMs: number): Revision | null {
  if (served === undefined) return null;
  const hasStood = served.publishedAtMs <= nowMs - LATE_MS;
  return hasStood ? served.revision : (served.before ?? served.revision);
}

function publishedOf({ id, revision, publishedAtMs }: Pointer): Published {
  return { id, revision, publishedAtMs };
}

/**
 * What is served may be read a minute late: then the revision that the author has seen is the younger one, and the author
 * alone has written since. Where neither is to be read yet, the author is refused within that minute, and no longer.
 */
async function refuseElsewhere(
  kv: PublishedKv,
  served: Pointer | undefined,
  after: Revision | null,
): Promise<void> {
  if (served === undefined || served.revision === after) return;
  const seen = after === null ? undefined : await sourceOf(kv, served.id, after);
  if (seen !== undefined && seen.publishedAtMs > served.publishedAtMs) return;
  throw new Refusal('published-elsewhere', 'Another revision was published meanwhile.', {
    faults: [{ path: 'after', message: `is not the revision ${served.revision}, which is served` }],
  });
}

function refuseFindings(findings: readonly Finding[]): Refusal {
  const faults = findings.slice(0, FINDINGS_TOLD).map(({ rule, path, line, column, message }) => ({
    path: path.join('.'),
    message: `${line}:${column} ${rule} ${message}`,
  }));
  return new Refusal('deck-has-errors', 'The deck was not published.', { faults });
}

async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
