import type { FoundFact } from '../finder.ts';
import { messagesFor, partsOf, type Message } from './prompt.ts';
import { suggested } from './suggested.ts';
import { suggestionsIn } from './suggestion.ts';

/** Asks a language model, and gives what it says; rejects where it cannot be had. */
export type AskModel = (messages: readonly Message[]) => Promise<string>;

/** What a model proposed, and how much of it the document does not bear out. */
export interface Seconded {
  readonly found: readonly FoundFact[];
  readonly refused: number;
}

/** Has a model look for facts, part by part; keeps those that the document proves verbatim. */
export async function secondDrafter(document: string, language: string, ask: AskModel): Promise<Seconded> {
  const found: FoundFact[] = [];
  let refused = 0;
  for (const part of partsOf(document)) {
    for (const suggestion of suggestionsIn(await ask(messagesFor(part, language)))) {
      const fact = suggested(document, suggestion);
      if (fact === undefined) refused += 1;
      else found.push(fact);
    }
  }
  return { found, refused };
}
