import { compile, type CompiledDeck } from '../../questions/compile.ts';
import { parseDeckFile } from '../../questions/deckSource.ts';
import type { DeckId } from '../../questions/ids.ts';
import type { Revision } from '../../questions/publish.ts';
import { reviewedPart } from '../../questions/publishable.ts';
import { publishedKeys as keys } from './publishedKeys.ts';
import { madeOf, pointerOf, sourceOf, type PublishedKv } from './publishedStore.ts';

/** So many revisions stay compiled in an isolate's memory. */
const REMEMBERED_MAX = 8;
const memories = new WeakMap<PublishedKv, Map<string, CompiledDeck>>();

/**
 * The deck that is served under an id: one get, and one more where this isolate has not met the revision. For a minute a location
 * may show which revision is served and not the revision itself: then the one before is served.
 */
export async function servedDeck(kv: PublishedKv, deck: DeckId): Promise<CompiledDeck | undefined> {
  const pointer = await pointerOf(kv, deck);
  if (pointer === undefined) return undefined;
  const newest = await revisionOf(kv, deck, pointer.revision);
  if (newest !== undefined || pointer.before === null) return newest;
  return revisionOf(kv, deck, pointer.before);
}

/** A revision of a deck, whether it is served or not: as it was compiled, or else made anew of its source. */
export async function revisionOf(
  kv: PublishedKv,
  deck: DeckId,
  revision: Revision,
): Promise<CompiledDeck | undefined> {
  const memory = memories.get(kv) ?? new Map<string, CompiledDeck>();
  memories.set(kv, memory);
  // By the key: decks of the same bytes share a revision, and each has its own id in it.
  const key = keys.made(deck, revision);
  const known = memory.get(key) ?? (await madeOf(kv, deck, revision)) ?? (await madeAnew(kv, deck, revision));
  if (known === undefined) return undefined;
  const [oldest] = memory.keys();
  if (!memory.has(key) && memory.size >= REMEMBERED_MAX && oldest !== undefined) memory.delete(oldest);
  memory.set(key, known);
  return known;
}

/** It passed the lint when it was published, and is not asked again: a rule may have become stricter since. */
async function madeAnew(
  kv: PublishedKv,
  deck: DeckId,
  revision: Revision,
): Promise<CompiledDeck | undefined> {
  const source = await sourceOf(kv, deck, revision);
  const parsed = source && parseDeckFile(source.yaml);
  if (source === undefined || parsed?.ok !== true) return undefined;
  return compile(deck, revision, reviewedPart(parsed.source.file), source.document);
}
