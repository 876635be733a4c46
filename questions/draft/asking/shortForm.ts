import { contentWords } from '../../cue.ts';
import { foldSpelling } from '../../typed/fold.ts';
import { wordCount } from '../clause/span.ts';
import type { FormDraft } from '../finder.ts';
import { attributed, type Stands } from './accordingTo.ts';
import type { WhQuestion } from './whQuestion.ts';

/** A longer answer is typed alike by nobody. */
const ANSWER_WORDS_MAX = 12;
const WORDS_MIN = 4;
/** Words that point at what the learner does not see. */
const POINTING = /\b(?:this|these|those|hereby|thereby|the latter)\b/i;

/** A question with its typed answer, and how sure it is where it reads perfectly. */
export interface Short {
  readonly id: string;
  readonly asked: WhQuestion | undefined;
  readonly answer: string;
  readonly accept?: readonly string[];
  readonly confidence: number;
}

/** A short question; undefined where none could be asked, where it is empty without its context, or gives its answer away. */
export function shortForm(
  { id, asked, answer, accept = [], confidence }: Short,
  stands: Stands,
): FormDraft | undefined {
  if (asked === undefined || answer === '' || wordCount(answer) > ANSWER_WORDS_MAX) return undefined;
  if (
    POINTING.test(asked.prompt) ||
    wordCount(asked.prompt) < WORDS_MIN ||
    givesAway(asked.prompt, answer) ||
    /^\P{L}*$/u.test(answer)
  )
    return undefined;
  return {
    id,
    confidence: confidence * asked.fluency * clarity(asked.prompt),
    question: {
      kind: 'short',
      prompt: attributed(stands, asked.prompt),
      expects: 'text',
      answer,
      accept: [...accept],
      reject: [],
      allow: [],
    },
  };
}

/** Whether the answer or half of its words stand in a question. */
export function givesAway(prompt: string, answer: string): boolean {
  const stem = foldSpelling(prompt);
  const key = foldSpelling(answer);
  if (` ${stem} `.includes(` ${key} `)) return true;
  const words = [...contentWords(key)];
  const shared = words.filter((word) => contentWords(stem).has(word));
  return shared.length > 0 && shared.length * 2 >= words.length;
}

/** How far a question can be understood by somebody who has not the text before them: by its names and its other words. */
export function clarity(prompt: string): number {
  const rest = prompt.replace(/^\P{L}*\p{L}+/u, '');
  if (/\b(?:here|there|above|below|following|the same|such|so much|each other|other)\b/i.test(rest))
    return 0.7;
  const names = rest.match(/(?<!\p{L})\p{Lu}[\p{L}’'-]+/gu)?.length ?? 0;
  const words = contentWords(foldSpelling(prompt)).size;
  if (names > 0) return words >= 3 ? 1 : 0.85;
  if (words <= 2) return 0.7;
  return GENERAL.test(rest) ? 0.75 : words === 3 ? 0.85 : 0.95;
}

/** Things that a text has named before. */
const GENERAL =
  /\bthe (?:country|organi[sz]ation|company|author|text|article|two|population|government|region|area|process|method|project|story|situation|crisis|others?|result|problem|system|team|group|latter|former|book|war|city|town|king|president|operation)\b(?! (?:of|by|in|that|which|who|where|for|to|with)\b)/i;
