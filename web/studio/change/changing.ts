import type { DeckFile } from '../../../questions/deck.ts';
import type { DeckEdit } from '../../../questions/edit/edit.ts';
import type { Place } from '../../../questions/passage.ts';
import { passageAt } from '../../../questions/passageAt.ts';
import { reanchor, type Anchored } from '../../../questions/reanchor/reanchor.ts';

/** What an author decides about a passage that is not simply the same. */
export type Decided =
  /** It is what was found for it. */
  | { readonly as: 'found' }
  /** It stands elsewhere, in the words that the author selected. */
  | { readonly as: 'chosen'; readonly place: Place }
  | { readonly as: 'gone' };

/** A fact whose passage a person has to look at. */
export interface Doubtful {
  readonly id: string;
  readonly anchored: Anchored;
}

/** The facts to look at, those that are gone last; in the order of the deck otherwise. */
export function doubtfulIn(anchored: Readonly<Record<string, Anchored>>): readonly Doubtful[] {
  const all = Object.entries(anchored).map(([id, one]): Doubtful => ({ id, anchored: one }));
  const doubtful = all.filter((one) => one.anchored.as !== 'same');
  const isGone = ({ anchored: one }: Doubtful) => one.as === 'gone';
  return [...doubtful.filter((one) => !isGone(one)), ...doubtful.filter(isGone)];
}

/**
 * What the deck file becomes when its document is replaced: passages quoted anew; a fact that is said in other words is marked
 * so that learners are asked it once more; what is gone is retired, or removed where nobody was ever asked it.
 */
export function editsFor(
  file: DeckFile,
  document: string,
  anchored: Readonly<Record<string, Anchored>>,
  decided: ReadonlyMap<string, Decided>,
  about: { readonly before: string; readonly documentSha256: string; readonly at: string },
): readonly DeckEdit[] {
  const edits = Object.entries(file.facts).flatMap(([id, fact]): readonly DeckEdit[] => {
    const found = anchored[id];
    const decision = decided.get(id) ?? { as: 'found' };
    if (decision.as === 'gone' || found === undefined || (found.as === 'gone' && decision.as === 'found'))
      return withoutFact(id, fact, about.at);
    const passage =
      decision.as === 'chosen'
        ? passageAt(document, decision.place)
        : found.as === 'gone'
          ? undefined
          : found.passage;
    if (passage === undefined) return withoutFact(id, fact, about.at);
    const { questions: _questions, ...own } = fact;
    if (found.as === 'reworded' || decision.as === 'chosen')
      return [{ type: 'fact', fact: id, value: { ...own, passage, reworded: about.at } }];
    const isQuotedAlike = JSON.stringify(passage) === JSON.stringify(fact.passage);
    return isQuotedAlike ? [] : [{ type: 'passage', fact: id, value: passage }];
  });
  const faults = faultsIn(file, about.before, document);
  return [...edits, { type: 'head', value: { documentSha256: about.documentSha256, ...faults } }];
}

/** The document's faults that are still in it; nothing where the list stays as it is. One that is said in other words may be mended: it goes. */
function faultsIn(file: DeckFile, before: string, document: string): Partial<Pick<DeckFile, 'faults'>> {
  const passages = Object.fromEntries(
    file.faults.map(({ meaning: _meaning, ...passage }, at) => [String(at), passage]),
  );
  const anchored = reanchor(before, document, passages, file.language);
  const faults = file.faults.flatMap(({ meaning }, at) => {
    const one = anchored[String(at)];
    return one?.as === 'same' || one?.as === 'moved' ? [{ ...one.passage, meaning }] : [];
  });
  return JSON.stringify(faults) === JSON.stringify(file.faults) ? {} : { faults };
}

function withoutFact(id: string, { questions }: DeckFile['facts'][string], at: string): readonly DeckEdit[] {
  const wasServed = Object.values(questions).some(({ draft }) => draft !== true);
  if (wasServed) return [{ type: 'retire', fact: id, gone: at }];
  return Object.keys(questions).map((question): DeckEdit => ({ type: 'remove', fact: id, question }));
}
