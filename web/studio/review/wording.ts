import { blanksOf } from '../../../questions/blank.ts';
import { answersOf } from '../../../questions/cue.ts';
import type { AuthoredQuestion, Fact } from '../../../questions/deck.ts';

/** A question in one line, as a list names it; gaps are shown as such. */
export function lineOf(question: AuthoredQuestion, { statement }: Pick<Fact, 'statement'>): string {
  switch (question.kind) {
    case 'cloze':
      return blanksOf(question.text)
        .parts.join('\u00a0____\u00a0')
        .replace(/[^\S\u00a0]+/g, ' ');
    case 'judge':
      return `How does this claim stand? ${question.claim ?? statement}`;
    default:
      return question.prompt;
  }
}

/** The right answer, one line an item. */
export function answerLines(
  question: AuthoredQuestion,
  { standing }: Pick<Fact, 'standing'>,
): readonly string[] {
  switch (question.kind) {
    case 'judge':
      return [standing];
    case 'number':
      return [question.unit === undefined ? String(question.answer) : `${question.answer} ${question.unit}`];
    case 'match':
      return question.answer.map(({ left, right }) => `${left} – ${right}`);
    default:
      return answersOf(question);
  }
}

/** Other forms that are accepted, one line for each answer that has some. */
export function acceptedLines(question: AuthoredQuestion): readonly string[] {
  switch (question.kind) {
    case 'short':
      return question.accept.length === 0 ? [] : [question.accept.join(' · ')];
    case 'list':
      return question.answer.flatMap(({ text, accept }) =>
        accept.length === 0 ? [] : [`${text}: ${accept.join(' · ')}`],
      );
    case 'cloze':
      return Object.entries(question.accept).flatMap(([text, forms]) =>
        forms.length === 0 ? [] : [`${text}: ${forms.join(' · ')}`],
      );
    default:
      return [];
  }
}
