import type { FactId } from '../ids.ts';
import type { Place } from '../passage.ts';
import { endedAttempts } from './endedAttempts.ts';
import type { Gradebook } from './gradebook.ts';

/** From so many students on the document is coloured: fewer would show single people. */
export const STUDENTS_MIN = 5;

/** A fact of the deck, with its place in the document. */
interface PlacedFact {
  readonly fact: FactId;
  readonly place: Place;
  readonly statement: string;
}

/** What a class knows of one fact. */
export interface KnownFact extends PlacedFact {
  /** The mean of what was got of its questions, 0 to 1. */
  readonly known: number;
  /** How many students were asked. */
  readonly n: number;
}

/**
 * What the class knows of each fact that at least five students were asked in the attempt that counts and has ended, in the
 * document's order. Dropped questions do not count.
 */
export function knownByClass(gradebook: Gradebook, facts: readonly PlacedFact[]): readonly KnownFact[] {
  const shares = new Map<string, number[][]>();
  for (const { marks } of endedAttempts(gradebook)) {
    for (const [fact, own] of byFact(marks)) shares.set(fact, [...(shares.get(fact) ?? []), own]);
  }
  return facts
    .flatMap(({ fact, place, statement }): readonly KnownFact[] => {
      const students = shares.get(fact) ?? [];
      if (students.length < STUDENTS_MIN) return [];
      return [{ fact, place, statement, known: mean(students.map(mean)), n: students.length }];
    })
    .sort((a, b) => a.place.start - b.place.start || (a.fact < b.fact ? -1 : 1));
}

/** A student's shares of each fact that was asked. */
function byFact(
  marks: readonly { readonly question: string; readonly share: number | null }[],
): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { question, share } of marks) {
    const [fact = ''] = question.split('/');
    if (share !== null) found.set(fact, [...(found.get(fact) ?? []), share]);
  }
  return found;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
