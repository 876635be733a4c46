import type { Feedback } from '../questions/feedback.ts';
import type { Answer } from '../questions/kind.ts';
import type { Answered } from '../questions/review.ts';
import type { Circumstances } from './answering.ts';
import type { LoadProblem } from './loaded.ts';

/** Where the present question stands. */
export type Phase =
  | {
      readonly at: 'asking';
      readonly hint: boolean;
      /** The answer was none that could be judged; why, in words. */
      readonly unclear?: { readonly words: string };
    }
  | { readonly at: 'grading'; readonly hint: boolean; readonly answer: Answer }
  | { readonly at: 'failed'; readonly hint: boolean; readonly answer: Answer; readonly problem: LoadProblem }
  | Told;

/** The answer is in and logged. */
export interface Told {
  readonly at: 'told';
  readonly hint: boolean;
  readonly answer: Answer;
  readonly feedback: Feedback;
  readonly answered: Answered;
  readonly how: Circumstances;
  readonly claimed: boolean;
  /** Ends when the answer is kept. */
  readonly kept: Promise<void>;
}
