import type { SegmentId } from '../../../questions/ids.ts';
import type { Feedback } from '../../../questions/feedback.ts';
import type { View } from '../../../questions/kinds.ts';
import type { Fixed, KeptAttempt, Part, Progress } from './keptAttempt.ts';
import { toldIn, type ReadSitting } from './readSitting.ts';
import { givensOf, mergedWith, standOf, untouched, type Stand, type Worked } from './worked.ts';

/** So far (ms) may what we know of the server's clock be wrong. */
const CLOCK_MS = 5000;

/** An attempt while it is sat in this tab. */
export interface Sat extends KeptAttempt {
  readonly fixed: Omit<Fixed, 'sitting'> & { readonly sitting: ReadSitting };
  /** Who sits it: not known yet, this tab, another tab, or nobody any more: another device handed it in. */
  readonly where: 'asking' | 'here' | 'other-tab' | 'handed-in-elsewhere';
  /** Whether this device has all of it beyond the page: it may have no room, or keep nothing at all. */
  readonly isKept: boolean;
  /** The last try to send did not reach the server; the next one comes by itself. */
  readonly isFailing: boolean;
  /** The server said no to the hand-in, and will not say otherwise by itself. */
  readonly refusal: { readonly code: string; readonly why: string } | null;
  /** With feedback at once: an answer that could not be judged; another object every time. */
  readonly unclear: { readonly at: number; readonly feedback: Feedback } | null;
}

/** An attempt as it lies here, not sat yet. */
export function satOf(kept: KeptAttempt, sitting: ReadSitting): Sat {
  const fixed = { ...kept.fixed, sitting };
  return { ...kept, fixed, where: 'asking', isKept: true, isFailing: false, refusal: null, unclear: null };
}

/**
 * With what the server has: the later answer to each question, and its token and end, which may have moved. A part whose reply was
 * lost on the way, but which is there, is not sent again.
 */
export function mergedSat(sat: Sat, fresh: ReadSitting, aheadMs: number): Sat {
  const worked = new Map(sat.worked);
  for (const given of fresh.answers) worked.set(given.at, mergedWith(workedAt(sat, given.at), given));
  const told = new Map([...toldIn(sat.fixed.sitting), ...toldIn(fresh)]);
  const sitting = { ...fresh, told: [...told].map(([at, feedback]) => ({ at, feedback })) };
  const isElsewhere = fresh.submittedAtMs !== null && sat.progress.handIn === null;
  const parts = sat.progress.parts.map((part) =>
    isThere(part, fresh) ? { ...part, state: 'in-time' as const } : part,
  );
  return {
    ...sat,
    fixed: { ...sat.fixed, sitting, aheadMs },
    worked,
    where: isElsewhere ? 'handed-in-elsewhere' : sat.where,
    progress: { ...sat.progress, parts, aside: isElsewhere || sat.progress.aside },
  };
}

function isThere({ state, answers }: Part, { answers: onServer }: ReadSitting): boolean {
  const there = new Set(onServer.map((given) => JSON.stringify([given.at, given.answer, given.seconds])));
  return (
    state === 'waiting' &&
    answers.every(({ at, answer, seconds }) => there.has(JSON.stringify([at, answer, seconds])))
  );
}

/** The views of the questions, in their order. */
export function viewsOf({ fixed }: Sat): readonly View[] {
  return fixed.sitting.questions.map(({ view }) => view);
}

/** One question as it stands. */
export function workedAt({ worked }: KeptAttempt, at: number): Worked {
  return worked.get(at) ?? untouched(at);
}

/** How far each question is. With feedback at once only what was told is answered. */
export function standsOf(sat: Sat): readonly Stand[] {
  const told = toldIn(sat.fixed.sitting);
  return viewsOf(sat).map((view, at) => {
    const stand = standOf(view, workedAt(sat, at));
    if (sat.fixed.sitting.feedback !== 'at-once') return stand;
    return told.has(at) ? 'answered' : stand === 'open' ? 'open' : 'begun';
  });
}

/** With one question as it is now. */
export function withWorked(sat: Sat, ...changed: readonly Worked[]): Sat {
  return { ...sat, worked: new Map([...sat.worked, ...changed.map((one) => [one.at, one] as const)]) };
}

/** With another progress. */
export function withProgress(sat: Sat, change: Partial<Progress>): Sat {
  return { ...sat, progress: { ...sat.progress, ...change } };
}

/** How many answers lie on this device alone, in no part. */
export function unsavedIn(sat: Sat): number {
  return givensOf(viewsOf(sat), [...sat.worked.values()], 'unsaved').length;
}

/** With a new part that holds the unsaved answers, or the one to the question at `only`. */
export function withPart(sat: Sat, segment: SegmentId, only?: number): Sat {
  const chosen = only === undefined ? [...sat.worked.values()] : [workedAt(sat, only)];
  const answers = givensOf(viewsOf(sat), chosen, only === undefined ? 'unsaved' : 'all');
  const saved = answers.map(({ at }) => ({ ...workedAt(sat, at), saved: true }));
  const parts: readonly Part[] = [...sat.progress.parts, { segment, answers, state: 'waiting' }];
  return withProgress(withWorked(sat, ...saved), { parts: [...parts] });
}

/** With what became of a part. */
export function withPartState(sat: Sat, segment: SegmentId, state: Part['state']): Sat {
  const parts = sat.progress.parts.map((part) => (part.segment === segment ? { ...part, state } : part));
  return withProgress(sat, { parts });
}

/** With the verdict on an answer given for good; one that could not be judged leaves the question open. */
export function withTold(sat: Sat, part: Part, said: { late: boolean; feedback: Feedback }): Sat {
  const at = part.answers[0]?.at ?? 0;
  const { feedback } = said;
  if (feedback.verdict.outcome === 'again') {
    const parts = sat.progress.parts.filter(({ segment }) => segment !== part.segment);
    return { ...withProgress(sat, { parts }), unclear: { at, feedback } };
  }
  const { sitting } = sat.fixed;
  const told = [...sitting.told.filter((one) => one.at !== at), { at, feedback }];
  const fixed = { ...sat.fixed, sitting: { ...sitting, told } };
  return { ...withPartState(sat, part.segment, said.late ? 'late' : 'in-time'), fixed, unclear: null };
}

/** Fixed as it is handed in at a moment of the server's clock (ms), under the id under which it is sent however often. */
export function withHandIn(sat: Sat, segment: SegmentId, atMs: number): Sat {
  if (sat.progress.handIn !== null) return sat;
  const answers = givensOf(viewsOf(sat), [...sat.worked.values()], 'all');
  return withProgress(sat, { handIn: { segment, answers, atMs } });
}

/** Whether the receipt is for an earlier hand-in than this device's: another device was first, and its answers count. */
export function isOfAnotherDevice({ progress: { handIn, done } }: KeptAttempt): boolean {
  return handIn !== null && done !== null && done.receivedAtMs < handIn.atMs - CLOCK_MS;
}

/** How many of the answers handed in had reached the server in time by themselves. */
export function savedInTime({ progress }: KeptAttempt): number {
  const inTime = progress.parts.filter(({ state }) => state === 'in-time');
  return new Set(inTime.flatMap(({ answers }) => answers.map(({ at }) => at))).size;
}

/** What has to be sent next; null where nothing has to. What is handed in holds all parts. */
export function nextToSend({ progress, where, refusal }: Sat): 'hand-in' | Part | null {
  if (where !== 'here' || progress.done !== null || progress.aside) return null;
  if (progress.handIn !== null) return refusal === null ? 'hand-in' : null;
  return progress.parts.find(({ state }) => state === 'waiting') ?? null;
}

/** Whether everything that was done has reached the server: all of it, not yet, or not at the last try. */
export function savingOf(sat: Sat): 'saved' | 'here' | 'waiting' {
  if (sat.isFailing) return 'waiting';
  const isOnItsWay = sat.progress.parts.some(({ state }) => state === 'waiting');
  return isOnItsWay || unsavedIn(sat) > 0 ? 'here' : 'saved';
}
