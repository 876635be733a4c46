import { classNoun } from '../asking/classNoun.ts';
import type { WhQuestion } from '../asking/whQuestion.ts';
import { resolved } from '../clause/antecedent.ts';
import { clausesOf } from '../clause/clause.ts';
import { capitalised, midSentence } from '../clause/midSentence.ts';
import { textOf, type Span } from '../clause/span.ts';
import type { Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

/** A question, and how its fact is said and quoted where the sentence does it badly. */
export interface RowQuestion extends WhQuestion {
  readonly statement?: string;
  readonly quoted?: Span;
}

/** Asks for the row of "composed of A, B and C", "consists of A, B and C". */
export function composedQuestion(
  items: readonly Span[],
  texts: readonly string[],
  count: string,
  sentence: Sentence,
  surroundings: Surroundings,
): RowQuestion | undefined {
  const { words } = sentence;
  const start = items[0]?.from ?? 0;
  if (words[start - 1]?.lemma !== 'of') return undefined;
  const verbAt = words.findIndex(
    ({ text }, at) =>
      at < start &&
      at > start - 10 &&
      /^(?:composed|made|consists?|consisted|comprised|consisting|formed)$/i.test(text),
  );
  if (verbAt < 0) return undefined;
  const aside = textOf(sentence, { from: verbAt + 1, to: start - 1 });
  const { swaps, dangling } = resolved(sentence, surroundings);
  const clause = [...clausesOf(sentence)].reverse().find(({ subject }) => subject.to <= verbAt);
  if (clause === undefined || dangling.has(clause.subject.from)) return undefined;
  const what = midSentence(sentence, clause.subject, surroundings.document, swaps);
  const isNames = texts.every((text) => /^\p{Lu}/u.test(text));
  const members = isNames ? (classNoun(texts, surroundings.glossary) ?? 'names') : 'things';
  const isPartial = /\b(?:addition|besides|other|among|apart)\b/i.test(aside);
  const be = wasOrIs(verbAt, sentence);
  const row = items.map((item) => textOf(sentence, item)).join(', ');
  const said = {
    statement: capitalised(`${what} ${be} composed of these${isPartial ? ' and others' : ''}: ${row}.`),
    quoted: { from: verbAt, to: items.at(-1)?.to ?? verbAt },
  };
  return isPartial
    ? { ...said, prompt: `Which ${count} ${members} does the text list as parts of ${what}?`, fluency: 0.88 }
    : { ...said, prompt: `Of which ${count} ${members} ${be} ${what} composed?`, fluency: 0.9 };
}

function wasOrIs(verbAt: number, { words }: Sentence): string {
  return /^(?:was|were)$/.test(words[verbAt - 1]?.text ?? '') || words[verbAt]?.text === 'consisted'
    ? 'was'
    : 'is';
}
