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
  /** The last revision that stood for a minute: served where this one is not to be read yet. */
  before: v.nullable(RevisionSchema),
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

/** To be raised whenever a compiled deck changes its form: what was kept in another is made anew of its source. */
const MADE_FORM = 1;

/** Written by this server alone: in its own form it is taken at its word, as the repository's decks are. */
const MadeSchema = v.strictObject({
  form: v.literal(MADE_FORM),
  made: v.custom<CompiledDeck>((made) => typeof made === 'object' && made !== null),
});

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
  const kept: v.InferInput<typeof MadeSchema> = { form: MADE_FORM, made };
  await orUnavailable(kv.put(keys.made(id, revision), JSON.stringify(kept)));
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

/** A revision as it was compiled; undefined where there is none (or none yet), or one of another form. One get. */
export async function madeOf(
  kv: PublishedKv,
  deck: DeckId,
  revision: Revision,
): Promise<CompiledDeck | undefined> {
  return (await getKept(kv, keys.made(deck, revision), MadeSchema))?.made;
}
