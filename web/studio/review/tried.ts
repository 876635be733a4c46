import { compile, type CompiledDeck } from '../../../questions/compile.ts';
import type { DeckFile, Fact } from '../../../questions/deck.ts';
import type { View } from '../../../questions/kinds.ts';
import { findPassage } from '../../../questions/passage.ts';
import type { ReviewItem } from './reviewItem.ts';

/** A question made ready as learners will get it. */
export interface Tried {
  readonly compiled: CompiledDeck;
  readonly view: View;
}

/** Compiles a question, as if it were accepted, with the facts that it names; undefined where it cannot be asked. */
export function tried(
  file: DeckFile,
  document: string,
  { factId, questionId, fact, question }: ReviewItem,
): Tried | undefined {
  const isProved = (one: Fact) => findPassage(document, one.passage).found === 'once';
  if (!isProved(fact)) return undefined;
  const named = 'distractors' in question ? question.distractors.map(({ because }) => because) : [];
  const proofs = Object.entries(file.facts)
    .filter(([id, one]) => id !== factId && named.includes(id) && isProved(one))
    .map(([id, one]) => [id, accepted(one)] as const);
  const facts = { [factId]: accepted(fact) };
  const compiled = compile(
    'tried',
    TRIED,
    { ...file, facts: { ...facts, ...Object.fromEntries(proofs) } },
    document,
  );
  const asked = compiled.deck.facts.find(({ id }) => id === factId);
  const view = asked?.questions.find(({ id }) => id === questionId)?.view;
  return view === undefined ? undefined : { compiled, view };
}

/** A fact all of whose questions are accepted. */
function accepted(fact: Fact): Fact {
  const questions = Object.entries(fact.questions).map(
    ([id, question]) => [id, { ...question, draft: false }] as const,
  );
  return { ...fact, questions: Object.fromEntries(questions) };
}

const TRIED = '0'.repeat(64);
