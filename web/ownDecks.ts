import type * as v from 'valibot';
import { OwnDecksSchema } from '../questions/publish.ts';
import { askServer, type Said } from './askServer.ts';
import { learnerKey } from './learnerKey.ts';

/** A deck that was published under this device's key. */
export type OwnDeck = v.InferOutput<typeof OwnDecksSchema>['decks'][number];

/** The decks that were published under this device's key; none without a key. */
export async function ownDecks(): Promise<Said<readonly OwnDeck[]>> {
  if ((await learnerKey()) === null) return { ok: true, value: [] };
  const said = await askServer('GET', '/own/decks', OwnDecksSchema);
  return said.ok ? { ok: true, value: said.value.decks } : said;
}
