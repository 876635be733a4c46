import { blanksOf } from '../../../questions/blank.ts';
import { answersOf } from '../../../questions/cue.ts';
import type { AuthoredQuestion, Fact } from '../../../questions/deck.ts';

/** A question in one line, as a list names it; gaps are shown as such. */
export function lineOf(question: AuthoredQuestion, { statement }: Pick<Fact, 'statement'>): string {
  if (question.kind === 'judge') return `How does this claim stand? ${question.claim ?? statement}`;
  return question.kind === 'cloze' ? blanksOf(question.text).parts.join(' ____ ') : question.prompt;
}

/** The right answer, one line an item. */
export function answerLines(
  question: AuthoredQuestion,
  { standing }: Pick<Fact, 'standing'>,
): readonly string[] {
  if (question.kind === 'judge') return [standing];
  if (question.kind === 'match') return question.answer.map(({ left, right }) => `${left} – ${right}`);
  if (question.kind !== 'number') return answersOf(question);
  return [question.unit === undefined ? String(question.answer) : `${question.answer} ${question.unit}`];
}

/** Other forms that are accepted, one line for each answer that has some. */
export function acceptedLines(question: AuthoredQuestion): readonly string[] {
  if (question.kind === 'short') return question.accept.length === 0 ? [] : [question.accept.join(' · ')];
  const forms =
    question.kind === 'list'
      ? question.answer.map(({ text, accept }) => [text, accept] as const)
      : question.kind === 'cloze'
        ? Object.entries(question.accept)
        : [];
  return forms.flatMap(([text, accept]) => (accept.length === 0 ? [] : [`${text}: ${accept.join(' · ')}`]));
}
