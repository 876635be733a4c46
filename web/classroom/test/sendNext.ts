import { sendHandIn, sendOnce, sendPart } from './attemptClient.ts';
import type { Part } from './keptAttempt.ts';
import { withPartState, withProgress, withTold, type Sat } from './sat.ts';

/** What a reply changes. */
type Change = (sat: Sat) => Sat;

/** Sends what is next; null where the server could not be reached and the same has to be sent again. */
export async function sendNext(sat: Sat, task: 'hand-in' | Part): Promise<Change | null> {
  if (task === 'hand-in') return handedIn(sat);
  return sat.fixed.sitting.feedback === 'at-once' ? givenForGood(sat, task) : saved(sat, task);
}

async function handedIn({ fixed, progress }: Sat): Promise<Change | null> {
  if (progress.handIn === null) throw new Error(`Inconsistent: ${fixed.attempt} has nothing to hand in`);
  const said = await sendHandIn(fixed, progress.handIn);
  if (said.ok) return (now) => ({ ...withProgress(now, { done: said.value }), isFailing: false });
  if (mayPass(said)) return null;
  return (now) => ({ ...now, isFailing: false, refusal: { code: said.code, why: said.why } });
}

async function saved({ fixed }: Sat, part: Part): Promise<Change | null> {
  const said = await sendPart(fixed, part);
  if (!said.ok && mayPass(said)) return null;
  const state = !said.ok ? 'refused' : said.value.late ? 'late' : 'in-time';
  return (now) => ({ ...withPartState(now, part.segment, state), isFailing: false });
}

async function givenForGood({ fixed }: Sat, part: Part): Promise<Change | null> {
  const said = await sendOnce(fixed, part);
  if (said.ok) return (now) => ({ ...withTold(now, part, said.value), isFailing: false });
  if (mayPass(said)) return null;
  return (now) => ({
    ...withPartState(now, part.segment, 'refused'),
    isFailing: false,
    refusal: { code: said.code, why: said.why },
  });
}

/** An answer that makes no sense came from something between here and the server. */
function mayPass({ isPassing, code }: { readonly isPassing: boolean; readonly code: string }): boolean {
  return isPassing || code === 'unreadable';
}
