import * as v from 'valibot';
import { DeckFileSchema } from '../../../questions/deck.ts';
import { newDeck } from '../../../questions/edit/newDeck.ts';
import { deckNameOf } from '../../../questions/deckName.ts';
import { draftInThread, isDrafted } from '../drafting.ts';
import { addProject } from '../newProject.ts';
import { sha256Of } from '../sha256.ts';

/** What a deck is made of. */
export interface Wanted {
  readonly document: string;
  readonly title: string;
  readonly language: string;
  /** Names of other decks. */
  readonly taken: readonly string[];
}

/** What became of it. */
export type Made =
  | { readonly state: 'made'; readonly id: string }
  | { readonly state: 'cancelled' }
  /** The drafter could not be loaded, or failed. */
  | { readonly state: 'failed' };

/** Makes a project of a document, with drafts where its language has them. */
export async function makeDeck(
  wanted: Wanted,
  withDrafts: boolean,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Made> {
  const { document, language } = wanted;
  const title = wanted.title.trim();
  const name = deckNameOf(title, wanted.taken);
  const yaml = newDeck({ title, language, documentSha256: await sha256Of(document) });
  const empty = { yaml, offered: '', reasons: {} };
  if (!withDrafts || !isDrafted(language))
    return { state: 'made', id: await addProject({ name, document, ...empty }) };
  const end = await draftInThread({ yaml, document, offered: '', withGlossary: true }, onProgress, signal);
  if (end.state !== 'drafted') return end;
  return { state: 'made', id: await addProject({ name, document, ...end.deck }) };
}

/** What is wrong with a title, in a sentence; empty where nothing is. */
export function titleProblem(title: string): string {
  const result = v.safeParse(DeckFileSchema.entries.title, title.trim());
  return result.success ? '' : `The title ${result.issues[0].message}.`;
}
