import type { AuthoredQuestion, DeckFile, Fact } from '../deck.ts';

/** A map as an author would write it: what the parser adds by itself is left out. */
export type Written = Readonly<Record<string, unknown>>;

/** A question without its defaults. */
export function writtenQuestion(question: AuthoredQuestion): Written {
  return without(question.kind === 'list' ? { ...question, answer: writtenItems(question) } : question, {
    expects: 'text',
    draft: false,
    inferred: false,
  });
}

/** A fact without its defaults and its questions. */
export function writtenFact({
  statement,
  standing,
  by,
  passage,
  note,
  reworded,
  tags,
  allow,
}: Omit<Fact, 'questions'>): Written {
  return without({ statement, standing, by, passage, note, reworded, tags, allow });
}

/** An entry of the glossary without its defaults. */
export function writtenEntry({ kind, aliases }: DeckFile['glossary'][string]): Written {
  return without({ kind, aliases });
}

function writtenItems({ answer }: Extract<AuthoredQuestion, { kind: 'list' }>): readonly unknown[] {
  return answer.map(({ text, accept }) => (accept.length === 0 ? text : { text, accept }));
}

function without(value: Written, defaults: Written = {}): Written {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([name, item]) => item !== undefined && !isEmpty(item) && item !== defaults[name],
    ),
  );
}

function isEmpty(item: unknown): boolean {
  return typeof item === 'object' && item !== null && Object.keys(item).length === 0;
}
