/** Which question of a test gives another one's answer away. */
import { blanksOf } from '../blank.ts';
import type { CompiledDeck } from '../compile.ts';
import type { Question } from '../deck.ts';
import { formsOf, type Glossary } from '../glossary.ts';
import type { View } from '../kinds.ts';
import { dateForms, readingOf, type Reading } from '../lint/evidence.ts';
import { sameNumber } from '../lint/values.ts';
import { foldSpelling } from '../typed/fold.ts';
import type { QuestionRef } from './ids.ts';
import { keyedQuestion, testView } from './testQuestion.ts';

/**
 * Whether `cue` gives the answer to `asked` away: the deck keeps the two apart, or the whole key of `asked`, where it is
 * typed, stands in what is to be read in `cue` (its options aside), in any form that would be accepted.
 */
export function givesAway(compiled: CompiledDeck, cue: QuestionRef, asked: QuestionRef): boolean {
  if (cue === asked) return false;
  const { apart } = compiled.deck;
  if (apart.some(([told, by]) => told === asked && by === cue)) return true;
  const reading = sideOf(compiled, cue).reading;
  const { parts } = sideOf(compiled, asked);
  return parts.length > 0 && parts.every((isIn) => isIn(reading));
}

/** One part of a typed key (an item, a blank, or the whole): whether a text names it. */
type Part = (reading: Reading) => boolean;

/** Both sides of a question: what it shows and, where it is typed, what it must not be shown. */
interface Side {
  readonly reading: Reading;
  readonly parts: readonly Part[];
}

const sides = new WeakMap<CompiledDeck, Map<QuestionRef, Side>>();

/** Made once a deck: folding texts is most of the work of a draw. */
function sideOf(compiled: CompiledDeck, ref: QuestionRef): Side {
  const known = sides.get(compiled) ?? new Map<QuestionRef, Side>();
  sides.set(compiled, known);
  const side = known.get(ref) ?? makeSide(compiled, ref);
  known.set(ref, side);
  return side;
}

function makeSide(compiled: CompiledDeck, ref: QuestionRef): Side {
  const view = testView(compiled, ref);
  const keyed = keyedQuestion(compiled, ref);
  return {
    reading: readingOf(view === undefined ? '' : shownIn(view).join(' | ')),
    parts: keyed === undefined ? [] : partsOf(keyed.question, compiled.key.glossary),
  };
}

/** What is read in a view before its options. */
function shownIn(view: View): readonly string[] {
  switch (view.kind) {
    case 'cloze':
      return [...view.parts, ...view.shows];
    case 'judge':
      return [view.claim];
    case 'evidence':
      return [view.claim, ...view.sentences];
    case 'choice':
    case 'multiple':
    case 'order':
    case 'match':
    case 'short':
    case 'number':
    case 'list':
      return [view.prompt];
  }
}

/** The parts of a typed key; none where the answer is chosen. A name's possessive names it too. */
function partsOf(question: Question, glossary: Glossary): readonly Part[] {
  const named = (answer: string, accept: readonly string[] = []): Part => {
    const forms = [...dateForms(answer), ...formsOf(glossary, answer, accept)].map(foldSpelling);
    return ({ folded }) =>
      forms.some((form) => form !== '' && (folded.includes(` ${form} `) || folded.includes(` ${form}s `)));
  };
  switch (question.kind) {
    case 'short':
      return [named(question.answer, question.accept)];
    case 'number':
      return [({ values }) => values.some((value) => sameNumber(value, question.answer))];
    case 'list':
      return question.answer.map(({ text, accept }) => named(text, accept));
    case 'cloze': {
      const accept = new Map(Object.entries(question.accept));
      return blanksOf(question.text).blanks.map(({ answer }) => named(answer, accept.get(answer)));
    }
    case 'choice':
    case 'multiple':
    case 'order':
    case 'match':
    case 'judge':
    case 'evidence':
      return [];
  }
}
