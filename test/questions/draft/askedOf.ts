import type { AuthoredQuestion } from '../../../questions/deck.ts';
import type { FoundFact } from '../../../questions/draft/finder.ts';

/** What the forms of found facts ask, the best of each fact first: "How many …? 4 soldiers", or the text of a gap. */
export function askedOf(facts: readonly FoundFact[]): readonly string[] {
  return facts.flatMap(({ forms }) => forms.map(({ question }) => shown(question)));
}

/** As `askedOf`, without gaps. */
export function promptsOf(facts: readonly FoundFact[]): readonly string[] {
  return askedOf(facts).filter((text) => !text.includes('{{'));
}

/** The words that the answers of found facts stand in. */
export function answersIn(document: string, facts: readonly FoundFact[]): readonly string[] {
  return facts.flatMap(({ answers }) => answers.map(({ start, end }) => document.slice(start, end)));
}

function shown(question: AuthoredQuestion): string {
  switch (question.kind) {
    case 'cloze':
      return question.text;
    case 'number':
      return `${question.prompt} ${question.answer}${question.unit === undefined ? '' : ` ${question.unit}`}`;
    case 'list':
      return `${question.prompt} ${question.answer.map(({ text }) => text).join(', ')}`;
    case 'order':
      return `${question.prompt} ${question.answer.join(' > ')}`;
    case 'short':
      return `${question.prompt} ${question.answer}`;
    case 'choice':
    case 'multiple':
    case 'match':
    case 'judge':
      return question.kind;
  }
}
