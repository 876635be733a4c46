import * as v from 'valibot';
import { useEffect, useState } from 'preact/hooks';
import { AssignableSchema, type Assignable } from '../../../questions/classroom/api.ts';
import type { QuestionRef } from '../../../questions/classroom/ids.ts';
import type { View } from '../../../questions/kinds.ts';
import type { Place } from '../../../questions/passage.ts';
import { loadDeck } from '../../deckClient.ts';
import { ViewSchema } from '../../viewSchema.ts';
import { askServer } from '../../askServer.ts';

/** A question as a teacher may see it: with its key, and the passage that proves it. */
export interface KnownQuestion {
  readonly view: View;
  /** One line an item. */
  readonly solution: readonly string[];
  readonly statement: string;
  readonly place: Place;
}

/** The deck of a test, with its document and all its keys. */
export interface TestDeck {
  readonly title: string;
  readonly language: string;
  readonly document: string;
  readonly facts: Assignable['facts'];
  readonly questions: ReadonlyMap<QuestionRef, KnownQuestion>;
}

/** How far the deck has been read. */
export type DeckReading =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'read'; readonly deck: TestDeck };

/** The deck's key of a question in words, as far as it can be told yet. */
export function keyText(deck: DeckReading, known: KnownQuestion | undefined): string {
  if (deck.state === 'loading') return '…';
  return known === undefined ? '–' : known.solution.join('; ');
}

/** Reads a deck with its keys, as a teacher of the class. */
export function useTestDeck(classId: string, deck: string): DeckReading {
  const [reading, setReading] = useState<DeckReading>({ state: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    setReading({ state: 'loading' });
    void readTestDeck(classId, deck).then((read) => {
      if (isCurrent) setReading(read);
    });
    return () => {
      isCurrent = false;
    };
  }, [classId, deck]);
  return reading;
}

async function readTestDeck(classId: string, id: string): Promise<DeckReading> {
  const [said, open] = await Promise.all([
    askServer('GET', `/classes/${classId}/decks/${id}`, AssignableSchema),
    loadDeck(id),
  ]);
  if (!said.ok) return { state: 'failed', why: said.why };
  if (!open.ok) return { state: 'failed', why: 'The document could not be fetched.' };
  const { title, language, facts } = said.value;
  const { document } = open.value;
  return { state: 'read', deck: { title, language, document, facts, questions: questionsOf(facts) } };
}

/** A question whose kind this page does not know is left out. */
function questionsOf(facts: Assignable['facts']): ReadonlyMap<QuestionRef, KnownQuestion> {
  return new Map(
    facts.flatMap(({ statement, place, questions }) =>
      questions.flatMap(({ question, view, solution }): [QuestionRef, KnownQuestion][] => {
        const known = v.safeParse(ViewSchema, view);
        return known.success ? [[question, { view: known.output, solution, statement, place }]] : [];
      }),
    ),
  );
}
