import type { QuestionId } from './ids.ts';
import type { FactSchedule } from './schedule.ts';
import { shuffled } from './seed.ts';

/** How much of the answer the learner must bring: 0 and 1 recognise, 2 recall with a cue, 3 recall freely. */
export type Demand = 0 | 1 | 2 | 3;

/** One form of a fact, as the choice between forms sees it. */
export interface Form {
  readonly id: QuestionId;
  readonly demand: Demand;
}

/** What the choice between forms needs to know of the past. */
export interface FormMemory {
  readonly demand: Demand;
  /** The forms asked before, the latest first. */
  readonly recentQuestions: readonly QuestionId[];
}

/** Stability in days from which a memory carries demand 1, 2 and 3. */
const CARRIES_DAYS = [0.5, 3, 21] as const;

/** The demand that fits a memory: recognition when new or just failed, free recall when it holds for three weeks. */
export function demandFor(fact: FactSchedule | undefined): Demand {
  if (fact === undefined || fact.lastRating === 1 || fact.stability < CARRIES_DAYS[0]) return 0;
  if (fact.stability < CARRIES_DAYS[1]) return 1;
  return fact.stability < CARRIES_DAYS[2] ? 2 : 3;
}

/**
 * The form to ask next, or null when none is allowed. Never the one asked last where the fact has another; of those
 * within one step of the fitting demand the one not asked for longest, and only without such a form one further off.
 */
export function chooseForm(
  forms: readonly Form[],
  { demand, recentQuestions }: FormMemory,
  allowed: (question: QuestionId) => boolean,
  seed: string,
): QuestionId | null {
  const [last] = recentQuestions;
  const open = forms.filter((form) => allowed(form.id) && (forms.length === 1 || form.id !== last));
  const distance = (form: Form): number => Math.abs(form.demand - demand);
  const rested = (form: Form): number => {
    const place = recentQuestions.indexOf(form.id);
    return place < 0 ? recentQuestions.length : place;
  };
  const [best] = shuffled(open, seed).sort(
    (a, b) =>
      Math.max(1, distance(a)) - Math.max(1, distance(b)) ||
      rested(b) - rested(a) ||
      distance(a) - distance(b),
  );
  return best?.id ?? null;
}
