import type { AuthoredQuestion, DeckFile, Fact } from '../deck.ts';
import { answersOf } from '../cue.ts';
import { parseDeckFile } from '../deckSource.ts';
import { addFacts } from '../edit/addFacts.ts';
import { editDeck } from '../edit/editDeck.ts';
import { findPassage, overlap, type Place } from '../passage.ts';
import { fold } from '../typed/fold.ts';
import type { Draft, Drafted } from './draft.ts';
import { offeredIn, withOffers, type Offer } from './offered.ts';

/** A deck as it lies in its folder. */
export interface DeckText {
  readonly yaml: string;
  readonly document: string;
  readonly offered: string;
}

/** A question that was put into a deck, and what speaks for it. */
export interface Added extends Offer {
  readonly reason: Draft['reason'];
  readonly confidence: number;
}

/** A deck with drafts added. */
export interface Merged {
  readonly yaml: string;
  readonly offered: string;
  readonly added: readonly Added[];
}

/** So many facts are added at once, the surest: more nobody looks through, and the next merge brings the next ones. */
const FACTS_AT_ONCE = 200;

/** How a merge goes. */
export interface MergeOptions {
  /** Whether the proposed names go into the glossary: into a new deck's, an author's own is left alone. */
  readonly withGlossary: boolean;
}

/**
 * Adds the drafts that were not offered before and that no fact of the deck asks already. No byte of the deck file that is
 * there changes; a merge of the same drafts again changes nothing, or adds the next ones where they were too many for one go. Throws where the deck file cannot be parsed.
 */
export function mergeDrafts(deck: DeckText, drafted: Drafted, { withGlossary }: MergeOptions): Merged {
  const parsed = parseDeckFile(deck.yaml);
  if (!parsed.ok) throw new Error(`Inconsistent: the deck file cannot be merged into`);
  const { file } = parsed.source;
  const known = offeredIn(deck.offered);
  const isAsked = askedIn(file, deck.document);
  const taken = new Set([...Object.keys(file.facts), ...file.retired.map(({ id }) => id)]);
  const facts: Record<string, Fact> = {};
  const added: Added[] = [];
  for (const draft of drafted.drafts) {
    const fresh = draft.questions.filter(({ signature }) => !known.has(signature));
    if (fresh.length === 0 || isAsked(draft.fact)) continue;
    if (Object.keys(facts).length === FACTS_AT_ONCE) break;
    const id = freeId(draft.factId, taken);
    facts[id] = {
      ...draft.fact,
      questions: withOnly(
        draft.fact,
        fresh.map((one) => one.id),
      ),
    };
    const { reason } = draft;
    for (const { id: question, signature, confidence } of fresh)
      added.push({ signature, fact: id, question, reason, confidence });
  }
  const renamed = withIdsOf(facts, drafted.drafts, added);
  const yaml = withGlossary ? withNames(deck.yaml, drafted.glossary) : deck.yaml;
  return { yaml: addFacts(yaml, renamed), offered: withOffers(deck.offered, added), added };
}

/** Whether a fact of the deck has the draft's answer in the same words of the document. */
function askedIn(file: DeckFile, document: string): (fact: Fact) => boolean {
  const known = Object.values(file.facts).map((fact) => ({
    place: placeOf(fact, document),
    answers: answersIn(fact),
  }));
  return (fact) => {
    const place = placeOf(fact, document);
    const answers = answersIn(fact);
    return known.some(
      (one) =>
        one.place !== undefined &&
        place !== undefined &&
        overlap(one.place, place) &&
        [...answers].some((answer) => one.answers.has(answer)),
    );
  };
}

function placeOf({ passage }: Fact, document: string): Place | undefined {
  const found = findPassage(document, passage);
  return found.found === 'once' ? found.place : undefined;
}

function answersIn({ questions }: Fact): ReadonlySet<string> {
  return new Set(
    Object.values(questions)
      .map((question) => answersOf(question).map(fold).sort().join('\n'))
      .filter(Boolean),
  );
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

function withOnly({ questions }: Fact, ids: readonly string[]): Fact['questions'] {
  return Object.fromEntries(Object.entries(questions).filter(([id]) => ids.includes(id)));
}

/** Wrong options name the facts that prove them wrong, under the ids that those have now; one that was not added is not named. */
function withIdsOf(
  facts: Readonly<Record<string, Fact>>,
  drafts: readonly Draft[],
  added: readonly Added[],
): Readonly<Record<string, Fact>> {
  const bySignature = new Map(added.map(({ signature, fact }) => [signature, fact]));
  const now = new Map(
    drafts.flatMap(({ factId, questions }) => {
      const id = questions
        .map(({ signature }) => bySignature.get(signature))
        .find((one) => one !== undefined);
      return id === undefined ? [] : [[factId, id] as const];
    }),
  );
  const renamed = (question: AuthoredQuestion): AuthoredQuestion => {
    if (question.kind !== 'choice') return question;
    const distractors = question.distractors.map(({ text, because }) => {
      const id = because === undefined ? undefined : now.get(because);
      return id === undefined ? { text } : { text, because: id };
    });
    return { ...question, distractors };
  };
  return Object.fromEntries(
    Object.entries(facts).map(([id, fact]) => [
      id,
      {
        ...fact,
        questions: Object.fromEntries(
          Object.entries(fact.questions).map(([form, one]) => [form, renamed(one)]),
        ),
      },
    ]),
  );
}

function withNames(yaml: string, glossary: DeckFile['glossary']): string {
  return editDeck(
    yaml,
    Object.entries(glossary).map(([name, value]) => ({ type: 'glossary', name, value })),
  );
}
