import type { AuthoredQuestion, DeckFile, Fact } from '../deck.ts';
import type { Plain } from './yamlText.ts';

/** The parts of a deck file, a fact and a question in their usual order. */
export const HEAD_ORDER = [
  'title',
  'language',
  'asOf',
  'access',
  'documentSha256',
  'embed',
  'glossary',
  'faults',
  'retired',
  'facts',
] as const;
export const FACT_ORDER = [
  'statement',
  'standing',
  'by',
  'passage',
  'note',
  'reworded',
  'tags',
  'allow',
  'questions',
] as const;
export const QUESTION_ORDER = [
  'kind',
  'prompt',
  'text',
  'claim',
  'expects',
  'answer',
  'unit',
  'unitRequired',
  'tolerance',
  'accept',
  'reject',
  'distractors',
  'inferred',
  'hint',
  'explanation',
  'allow',
  'draft',
] as const;

export const PASSAGE_ORDER = ['exact', 'prefix', 'suffix'] as const;

/** Keys and values as an author writes them. */
export type Fields = Readonly<Record<string, Plain>>;

/** A question as its author would write it: in the usual order, without what goes without saying. */
export function authoredQuestion(question: AuthoredQuestion): Fields {
  const answer = question.kind === 'list' ? { answer: question.answer.map(authoredItem) } : {};
  return inOrder({ ...question, ...answer }, QUESTION_ORDER);
}

/** A fact as its author would write it; its questions too, where it has them. */
export function authoredFact(fact: Omit<Fact, 'questions'> & Partial<Pick<Fact, 'questions'>>): Fields {
  const { questions, ...rest } = fact;
  const written = Object.fromEntries(
    Object.entries(questions ?? {}).map(([id, question]) => [id, authoredQuestion(question)]),
  );
  return { ...inOrder(rest, FACT_ORDER), ...(questions === undefined ? {} : { questions: written }) };
}

/** An entry of the glossary as its author would write it. */
export function authoredEntry({ kind, aliases }: DeckFile['glossary'][string]): Fields {
  return inOrder({ kind, aliases }, ['kind', 'aliases']);
}

function authoredItem({ text, accept }: { text: string; accept: readonly string[] }): Plain {
  return accept.length === 0 ? text : { text, accept };
}

function inOrder(fields: Readonly<Record<string, Plain | undefined>>, order: readonly string[]): Fields {
  const written: Record<string, Plain> = {};
  for (const key of order) {
    const value = fields[key];
    if (value !== undefined && !isUnsaid(key, value)) written[key] = value;
  }
  return written;
}

/** Whether the parser gives this value to a key that is not there. */
function isUnsaid(key: string, value: Plain): boolean {
  if (key === 'expects') return value === 'text';
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
