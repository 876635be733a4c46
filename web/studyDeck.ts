import type { Retired, Reworded } from '../questions/fold.ts';
import type { FactId } from '../questions/ids.ts';
import { demandOf } from '../questions/demand.ts';
import type { SessionFact, SessionItem } from '../questions/session.ts';
import type { StudyDeck } from './deckSchema.ts';

/** One form of a fact, with what may be known of it before the answer. */
export type StudyQuestion = StudyDeck['facts'][number]['questions'][number];

/** A deck's facts as a session is made from them. */
export function sessionFacts(deck: StudyDeck): readonly SessionFact[] {
  return deck.facts.map(({ id, tags, questions }) => ({
    id,
    tags,
    questions: questions.map((question) => ({ id: question.id, demand: demandOf(question.view.kind) })),
  }));
}

/** The facts of a deck that are no longer asked, and which fact has their memory now. */
export function retiredIn(deck: StudyDeck): Retired {
  return new Map(deck.retired.map(({ id, replacedBy }) => [id, replacedBy ?? null]));
}

/** The facts that the document says in other words, and since when. */
export function rewordedIn(deck: StudyDeck): Reworded {
  return new Map(
    deck.facts.flatMap(({ id, rewordedAtMs }) =>
      rewordedAtMs === undefined ? [] : [[id, rewordedAtMs] as const],
    ),
  );
}

/** The question that an item of a session names; undefined where the deck has it no longer. */
export function questionOf(deck: StudyDeck, item: SessionItem): StudyQuestion | undefined {
  return deck.facts.find(({ id }) => id === item.fact)?.questions.find(({ id }) => id === item.question);
}

/** In how many forms a fact can be asked. */
export function formsOf(deck: StudyDeck, fact: FactId): number {
  return deck.facts.find(({ id }) => id === fact)?.questions.length ?? 0;
}

/** The tags of a deck's facts with how many facts have them, the most frequent first. */
export function tagsOf(deck: StudyDeck): readonly (readonly [tag: string, facts: number])[] {
  const counts = new Map<string, number>();
  for (const tag of deck.facts.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
