import type { AuthoredQuestion } from '../../deck.ts';
import { findPassage, type Place } from '../../passage.ts';
import { readQuantity } from '../../typed/quantity.ts';
import type { AnswerType, FoundFact } from '../finder.ts';
import type { Suggestion } from './suggestion.ts';

/** A model's drafts stand behind what patterns are sure of. */
const CONFIDENCE = 0.7;

/**
 * A suggestion as a fact, where the document bears it out: the quote stands there once, verbatim, and every answer stands
 * in the quote. Undefined where it does not.
 */
export function suggested(document: string, suggestion: Suggestion): FoundFact | undefined {
  const { quote, statement, standing, by } = suggestion;
  const found = findPassage(document, { exact: quote });
  const question = questionOf(suggestion);
  if (found.found !== 'once' || question === undefined) return undefined;
  if (standing !== 'stated' && by === undefined) return undefined;
  const answers = textsOf(suggestion).map((text) => placeIn(document, found.place, text));
  if (!answers.every((place) => place !== undefined)) return undefined;
  return {
    reason: 'model',
    passage: found.place,
    answers,
    answerType: typeOf(suggestion.kind),
    statement,
    standing,
    ...(by === undefined ? {} : { by }),
    confidence: CONFIDENCE,
    forms: [{ id: suggestion.kind, question, confidence: 1 }],
  };
}

function textsOf({ answer }: Suggestion): readonly string[] {
  return typeof answer === 'string' ? [answer] : answer;
}

function placeIn(document: string, { start, end }: Place, text: string): Place | undefined {
  const at = document.slice(start, end).toLowerCase().indexOf(text.toLowerCase());
  return at < 0 ? undefined : { start: start + at, end: start + at + text.length };
}

function typeOf(kind: Suggestion['kind']): AnswerType {
  return kind === 'short' ? 'phrase' : kind;
}

function questionOf(suggestion: Suggestion): AuthoredQuestion | undefined {
  const { question: prompt } = suggestion;
  if (suggestion.kind === 'short') {
    const { answer } = suggestion;
    return { kind: 'short', prompt, answer, expects: 'text', accept: [], reject: [], allow: [] };
  }
  if (suggestion.kind === 'list') {
    const answer = suggestion.answer.map((text) => ({ text, accept: [] }));
    return { kind: 'list', prompt, answer, allow: [] };
  }
  const [quantity] = readQuantity(suggestion.answer);
  if (quantity === undefined) return undefined;
  const { value, unit } = quantity;
  return { kind: 'number', prompt, answer: value, ...(unit === undefined ? {} : { unit }), allow: [] };
}
