import * as v from 'valibot';
import type { Given } from '../../../questions/classroom/attempt.ts';
import type { Answer } from '../../../questions/kind.ts';
import { checkAnswer, type View } from '../../../questions/kinds.ts';
import { AnswerSchema } from '../../../questions/review.ts';
import { screenOf } from '../../kinds.ts';

/** One question of an attempt as it stands on this device. */
export interface Worked {
  /** Its place in the attempt, from 0. */
  readonly at: number;
  /** What its fields hold, complete or not; null is "I do not know"; absent while nothing was done. */
  readonly draft?: Answer;
  /** How long it was looked at, on all devices, in whole seconds. */
  readonly seconds: number;
  /** Marked to come back to. */
  readonly flagged: boolean;
  /** Whether this draft has been put into a segment. */
  readonly saved: boolean;
}

/** The same as a row of the browser's storage. */
export const WorkedSchema = v.object({
  at: v.number(),
  draft: v.exactOptional(AnswerSchema),
  seconds: v.number(),
  flagged: v.boolean(),
  saved: v.boolean(),
});

/** How far a question is: nothing done, something missing, or answered ("I do not know" is an answer). */
export type Stand = 'open' | 'begun' | 'answered';

/** A question to which nothing was done yet. */
export function untouched(at: number): Worked {
  return { at, seconds: 0, flagged: false, saved: true };
}

/** The answer that the fields give so far; undefined where they give none that the server could keep. */
export function answerOf(view: View, { draft }: Worked): Answer | undefined {
  if (draft === undefined || draft === null) return draft;
  const answer = screenOf(view).answerOf?.(draft) ?? draft;
  return checkAnswer(view, answer) === 'malformed' ? undefined : answer;
}

/** How far a question is. What was emptied again is open. */
export function standOf(view: View, worked: Worked): Stand {
  const answer = answerOf(view, worked);
  if (answer === undefined) return 'open';
  if (checkAnswer(view, answer) === 'complete') return 'answered';
  return isEmpty(answer) ? 'open' : 'begun';
}

/** With another draft: more seconds than before it, so that the later of two answers is known by them. */
export function withDraft(worked: Worked, draft: Answer): Worked {
  const seconds = worked.saved && worked.draft !== undefined ? worked.seconds + 1 : worked.seconds;
  return { ...worked, draft, seconds: withinADay(seconds), saved: false };
}

/** After so many more seconds of looking at it. */
export function withSeconds(worked: Worked, seconds: number): Worked {
  return { ...worked, seconds: withinADay(worked.seconds + seconds) };
}

/**
 * What is here with what the server has of the same question: the one that was looked at longer is the later one. The
 * server's listing may be a minute late, so a tie goes to what is here.
 */
export function mergedWith(here: Worked, onServer: Given): Worked {
  if (here.draft !== undefined && here.seconds >= onServer.seconds) return here;
  return { ...here, draft: onServer.answer, seconds: onServer.seconds, saved: true };
}

/** The answers as they travel: of all questions, or of the changed ones alone. */
export function givensOf(views: readonly View[], all: readonly Worked[], which: 'all' | 'unsaved'): Given[] {
  return all.flatMap((worked): Given[] => {
    const view = views[worked.at];
    const answer = view && answerOf(view, worked);
    if (answer === undefined || (which === 'unsaved' && worked.saved)) return [];
    return [{ at: worked.at, answer: v.parse(AnswerSchema, answer), seconds: worked.seconds }];
  });
}

function isEmpty(answer: Answer): boolean {
  if (answer === null) return false;
  if (typeof answer === 'string') return answer.trim() === '';
  return answer.every((item) => typeof item === 'string' && item.trim() === '');
}

function withinADay(seconds: number): number {
  return Math.min(86_400, seconds);
}
