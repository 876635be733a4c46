import type { AuthoredQuestion, DeckFile, Fact } from '../../../questions/deck.ts';
import type { Finding } from '../../../questions/lint/finding.ts';
import { findPassage, type Place } from '../../../questions/passage.ts';
import type { Project } from '../openProject.ts';

/** One question of a deck as its author reviews it. */
export interface ReviewItem {
  /** `fact/question`. */
  readonly ref: string;
  readonly factId: string;
  readonly questionId: string;
  readonly fact: Fact;
  readonly question: AuthoredQuestion;
  readonly isDraft: boolean;
  /** Where the passage stands; null where it does not stand in the document once. */
  readonly place: Place | null;
  /** Why the drafter proposed it; null for an author's own. */
  readonly why: Project['reasons'][string] | null;
}

/** Every question of a deck, in the file's order. */
export function reviewItems(
  file: DeckFile,
  document: string,
  reasons: Project['reasons'],
): readonly ReviewItem[] {
  return Object.entries(file.facts).flatMap(([factId, fact]) => {
    const found = findPassage(document, fact.passage);
    const place = found.found === 'once' ? found.place : null;
    return Object.entries(fact.questions).map(([questionId, question]): ReviewItem => {
      const ref = `${factId}/${questionId}`;
      const why = Object.hasOwn(reasons, ref) ? (reasons[ref] ?? null) : null;
      return { ref, factId, questionId, fact, question, isDraft: question.draft === true, place, why };
    });
  });
}

/** What the lint says, by the question that it is about; of a fact, under the fact's id alone. */
export function findingsBySubject(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const known = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [where, fact, part, question] = finding.path;
    if (where !== 'facts' || fact === undefined) continue;
    const subject = part === 'questions' && question !== undefined ? `${fact}/${question}` : String(fact);
    known.set(subject, [...(known.get(subject) ?? []), finding]);
  }
  return known;
}

/** What the lint says of a question and of its fact. */
export function findingsOf(
  { ref, factId }: Pick<ReviewItem, 'ref' | 'factId'>,
  bySubject: ReadonlyMap<string, readonly Finding[]>,
): readonly Finding[] {
  return [...(bySubject.get(ref) ?? []), ...(bySubject.get(factId) ?? [])];
}
