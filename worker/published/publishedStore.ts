import type { KVNamespace } from '@cloudflare/workers-types';
import * as v from 'valibot';
import type { CompiledDeck } from '../../questions/compile.ts';
import { DeckIdSchema, type DeckId, type LearnerId } from '../../questions/ids.ts';
import { DeckNameSchema, RevisionSchema, type Revision } from '../../questions/publish.ts';
import { getKept, listKept, putKept, valueOf } from '../classroom/kept.ts';
import { orUnavailable } from '../orUnavailable.ts';
import { publishedKeys as keys } from './publishedKeys.ts';

/** The four operations of Workers KV that published decks need. */
export type PublishedKv = Pick<KVNamespace, 'get' | 'put' | 'list' | 'delete'>;

/** What is served under an id, and what its author's list of decks says of it. */
export const PointerSchema = v.strictObject({
  v: v.literal(1),
  id: DeckIdSchema,
  name: DeckNameSchema,
  title: v.string(),
  access: v.picklist(['open', 'sealed']),
  revision: RevisionSchema,
  publishedAtMs: v.number(),
});
export type Pointer = v.InferOutput<typeof PointerSchema>;

/** A revision as its author sent it; only what was offered may come to be more. */
export const SourceSchema = v.strictObject({
  v: v.literal(1),
  yaml: v.string(),
  document: v.string(),
  offered: v.string(),
  publishedAtMs: v.number(),
});
export type Source = v.InferOutput<typeof SourceSchema>;

/** Which revision is served, possibly a minute late. One get. */
export async function pointerOf(kv: PublishedKv, deck: DeckId): Promise<Pointer | undefined> {
  return getKept(kv, keys.now(deck), PointerSchema);
}

/** A revision as it was sent. One get. */
export async function sourceOf(
  kv: PublishedKv,
  deck: DeckId,
  revision: Revision,
): Promise<Source | undefined> {
  return getKept(kv, keys.source(deck, revision), SourceSchema);
}

/** Keeps what was offered since a revision was published, which is no part of it. A get, and a put where it has changed. */
export async function putOffered(
  kv: PublishedKv,
  deck: DeckId,
  revision: Revision,
  offered: string,
): Promise<void> {
  const source = await sourceOf(kv, deck, revision);
  if (source === undefined || source.offered === offered) return;
  await orUnavailable(kv.put(keys.source(deck, revision), JSON.stringify({ ...source, offered })));
}

/**
 * Keeps a revision, and then lets it be served: a write that fails leaves the former one served, and the same again goes on
 * where it stopped. Four puts.
 */
export async function putRevision(
  kv: PublishedKv,
  author: LearnerId,
  pointer: Pointer,
  source: Source,
  made: CompiledDeck,
): Promise<void> {
  const { id, name, revision } = pointer;
  await orUnavailable(kv.put(keys.source(id, revision), JSON.stringify(source)));
  await orUnavailable(kv.put(keys.made(id, revision), JSON.stringify(made)));
  await putKept(kv, keys.ownDeck(author, name), pointer);
  await putKept(kv, keys.now(id), pointer);
}

/** An author's decks by name, possibly a minute late. One list. */
export async function decksOf(kv: PublishedKv, author: LearnerId): Promise<readonly Pointer[]> {
  const listed = await listKept(kv, keys.own(author));
  const decks = await Promise.all(listed.map((key) => valueOf(kv, key, PointerSchema)));
  return decks.filter((deck) => deck !== undefined);
}

/** Removes a deck with all its revisions and reports; what is served first, so that nobody reads a half. */
export async function removeDeck(
  kv: PublishedKv,
  author: LearnerId,
  { id, name }: { readonly id: DeckId; readonly name: string },
): Promise<void> {
  await orUnavailable(kv.delete(keys.now(id)));
  for (const prefix of [keys.everything(id), keys.reports(id), keys.decisions(id)])
    for (const { key } of await listKept(kv, prefix)) await orUnavailable(kv.delete(key));
  await orUnavailable(kv.delete(keys.ownDeck(author, name)));
}

/** So many revisions stay compiled in an isolate's memory. */
const REMEMBERED_MAX = 8;
const memories = new WeakMap<PublishedKv, Map<string, CompiledDeck>>();

/** The deck that is served under an id: one get, and one more where this isolate has not met the revision. */
export async function servedDeck(kv: PublishedKv, deck: DeckId): Promise<CompiledDeck | undefined> {
  const pointer = await pointerOf(kv, deck);
  return pointer === undefined ? undefined : madeOf(kv, deck, pointer.revision);
}

/** A revision, compiled. It was written by this server alone, and is taken at its word as the repository's decks are. */
async function madeOf(kv: PublishedKv, deck: DeckId, revision: Revision): Promise<CompiledDeck | undefined> {
  const memory = memories.get(kv) ?? new Map<string, CompiledDeck>();
  memories.set(kv, memory);
  // By the key: decks of the same bytes share a revision, and each has its own id in it.
  const key = keys.made(deck, revision);
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = await orUnavailable(kv.get<CompiledDeck>(key, 'json'));
  if (made === null) return undefined;
  const [oldest] = memory.keys();
  if (memory.size >= REMEMBERED_MAX && oldest !== undefined) memory.delete(oldest);
  memory.set(key, made);
  return made;
}
