import type { AuthoredQuestion, DeckFile } from './deck.ts';
import { blanksOf } from './blank.ts';
import { fold } from './typed/fold.ts';

/** Every text that a learner reads before answering, without options. */
export function stemOf(question: AuthoredQuestion, statement: string): string {
  if (question.kind === 'cloze') return blanksOf(question.text).parts.join(' ___ ');
  if (question.kind === 'judge') return question.claim ?? statement;
  return question.prompt;
}

/** The texts that answer a question; empty where the key is no text (number, judge). */
export function answersOf(question: AuthoredQuestion): readonly string[] {
  switch (question.kind) {
    case 'choice':
    case 'short':
      return [question.answer];
    case 'multiple':
    case 'order':
      return question.answer;
    case 'cloze':
      return blanksOf(question.text).blanks.map(({ answer }) => answer);
    case 'list':
      return question.answer.map(({ text }) => text);
    case 'match':
      return question.answer.map(({ right }) => right);
    case 'number':
      return [String(question.answer)];
    case 'judge':
      return [];
  }
}

/**
 * Pairs of `fact/question` of which one gives the other away: the whole answer of one stands in the stem of the other,
 * and the two stems speak of the same thing (two content words in common).
 */
export function crossCues(file: DeckFile): readonly (readonly [string, string])[] {
  const all = Object.entries(file.facts).flatMap(([factId, { statement, questions }]) =>
    Object.entries(questions).map(([id, question]) => {
      const stem = fold(stemOf(question, statement));
      const answers = answersOf(question).map(fold);
      return { factId, ref: `${factId}/${id}`, stem: ` ${stem} `, words: contentWords(stem), answers };
    }),
  );
  return all.flatMap((asked) =>
    all
      .filter((cue) => cue.factId !== asked.factId && givesAway(cue, asked))
      .map((cue): readonly [string, string] => [asked.ref, cue.ref]),
  );
}

interface Stem {
  readonly stem: string;
  readonly words: ReadonlySet<string>;
  readonly answers: readonly string[];
}

function givesAway(cue: Stem, asked: Stem): boolean {
  if (asked.answers.length === 0 || !asked.answers.every((answer) => cue.stem.includes(` ${answer} `)))
    return false;
  return [...asked.words].filter((word) => cue.words.has(word)).length >= 2;
}

const COMMON = new Set(
  'according article author text which what where when that this with from into after before have been does were will about their there than then they whose name country state states'.split(
    ' ',
  ),
);

/** Words that carry meaning: four letters or more and none of the words that every stem has. Takes folded text. */
export function contentWords(folded: string): ReadonlySet<string> {
  return new Set(folded.split(' ').filter((word) => word.length > 3 && !COMMON.has(word)));
}
