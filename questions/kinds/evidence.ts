import * as v from 'valibot';
import { paragraphsOf, sentencesOf } from '../document.ts';
import type { Asked, Kind } from '../kind.ts';
import { overlap, type Place } from '../passage.ts';
import { judgeEvidence } from '../options.ts';

/** "Show me where it says so": made for every fact; the key is the passage. */
export const EvidenceSchema = v.strictObject({ kind: v.literal('evidence') });
export type Evidence = v.InferOutput<typeof EvidenceSchema>;

export interface EvidenceView {
  readonly kind: 'evidence';
  readonly prompt: string;
  /** What is to be proved: the statement, or in a sealed deck a question of the fact, which gives nothing away. */
  readonly claim: string;
  /** Sentences that follow one another in the document. */
  readonly sentences: readonly string[];
}

const SHOWN = 5;

export const evidence: Kind<Evidence, EvidenceView, string> = {
  demand: 1,
  view: (_question, asked) => {
    const claim = asked.sealed ? asked.prompts[0] : asked.statement;
    const sentences = windowAround(asked).map(({ start, end }) => asked.document.slice(start, end));
    if (claim === undefined || new Set(sentences).size < 2) return undefined;
    const prompt = asked.sealed ? 'Which sentence answers this question?' : 'Which sentence says so?';
    return { kind: 'evidence', prompt, claim, sentences };
  },
  accepts: (view, answer): answer is string => typeof answer === 'string' && view.sentences.includes(answer),
  complete: (_view, answer) => answer !== '',
  grade: (_question, answer, asked) => judgeEvidence(answer, provingSentences(asked)),
  solution: (_question, asked) => provingSentences(asked),
};

function allSentences({ document, language }: Asked): readonly Place[] {
  return paragraphsOf(document).flatMap((paragraph) => sentencesOf(document, paragraph, language));
}

function provingSentences(asked: Asked): readonly string[] {
  return allSentences(asked)
    .filter((sentence) => overlap(sentence, asked.place))
    .map(({ start, end }) => asked.document.slice(start, end));
}

/** A run of sentences that holds the passage; where in the run it stands depends on the fact's id alone. */
function windowAround(asked: Asked): readonly Place[] {
  const sentences = allSentences(asked);
  const first = sentences.findIndex((sentence) => overlap(sentence, asked.place));
  if (first < 0) return [];
  const last = first + sentences.filter((sentence) => overlap(sentence, asked.place)).length - 1;
  const spare = Math.max(0, SHOWN - (last - first + 1));
  const before = [...asked.factId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % (spare + 1);
  const from = Math.max(0, Math.min(first - before, sentences.length - SHOWN));
  return sentences.slice(from, Math.max(from + SHOWN, last + 1));
}
