import * as v from 'valibot';
import { allSentences } from '../document.ts';
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

function provingSentences(asked: Asked): readonly string[] {
  return allSentences(asked.document, asked.language)
    .filter((sentence) => overlap(sentence, asked.place))
    .map(({ start, end }) => asked.document.slice(start, end));
}

/**
 * The stretch of the document in which the passage begins, at most five sentences. Stretches are fixed, so that the one shown tells nothing of
 * where in it the passage stands: a window laid around the passage, however it is shifted, could be computed back.
 */
function windowAround(asked: Asked): readonly Place[] {
  const sentences = allSentences(asked.document, asked.language);
  const first = sentences.findIndex((sentence) => overlap(sentence, asked.place));
  if (first < 0) return [];
  const stretches = Math.ceil(sentences.length / SHOWN);
  const start = (stretch: number) => Math.floor((stretch * sentences.length) / stretches);
  const own = Math.ceil(((first + 1) * stretches) / sentences.length) - 1;
  return sentences.slice(start(own), start(own + 1));
}
