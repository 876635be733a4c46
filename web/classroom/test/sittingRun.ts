import type { Answer } from '../../../questions/kind.ts';
import { clockCorrection, nowMs, ticksMs } from '../../clock.ts';
import { newSegmentId } from '../../newIds.ts';
import { observed, type Observed } from '../../observed.ts';
import { askSitting } from './attemptClient.ts';
import { isTimeToSave } from './autosave.ts';
import { endTimer } from './endTimer.ts';
import { followPage } from './followPage.ts';
import { holder } from './holder.ts';
import { keeping } from './keeping.ts';
import { keptAttempts, type KeptAttempt } from './keptAttempt.ts';
import type { ReadSitting } from './readSitting.ts';
import {
  mergedSat,
  satOf,
  unsavedIn,
  withHandIn,
  withPart,
  withProgress,
  withWorked,
  workedAt,
  type Sat,
} from './sat.ts';
import { sendLoop } from './sendLoop.ts';
import { startWatch } from './watch.ts';
import { withDraft, withSeconds } from './worked.ts';

/** What can be done in an attempt that is sat. */
export interface SittingRun {
  readonly state: Observed<Sat>;
  /** The ms that are left, by the server's clock. */
  readonly leftMs: () => number;
  readonly setDraft: (at: number, draft: Answer) => void;
  /** Marks a question to come back to, or takes the mark away. */
  readonly flag: (at: number) => void;
  /** Shows another question; the place after the last one is the end. */
  readonly go: (place: number) => void;
  /** With feedback at once: gives the answer to the question at this place for good. */
  readonly giveForGood: (at: number) => void;
  readonly handIn: () => void;
  /** Sits it in this tab in the place of another one. */
  readonly takeOver: () => void;
  /** Sends again what the server refused. */
  readonly tryAgain: () => void;
  /** Gives up what the server refuses; it stays on this device. */
  readonly putAside: () => void;
  /** Leaves it; it can be gone on with. */
  readonly stop: () => void;
}

/** A page that was hidden for longer (ms) asks what another device did meanwhile. */
const AWAY_MS = 60_000;

/** For so long (ms) what the server said of the end is taken for sure; longer than it is asked before the end. */
const SURE_MS = 90_000;

/** By how much (ms) the server's clock is ahead of this device's own, as its answer comes in. */
export function aheadOf(sitting: ReadSitting): number {
  return sitting.nowMs - deviceMs();
}

/**
 * Sits a kept attempt: keeps every change on this device at once, sends sparingly, and hands in when time is up. One that was begun
 * earlier asks the server first what other devices did.
 */
export function sit(kept: KeptAttempt, sitting: ReadSitting, isNew: boolean): SittingRun {
  const state = observed(satOf(kept, sitting));
  const set = keeping(state);
  const change = (how: (sat: Sat) => Sat) => set(how(state.get()));
  const isOpen = () => state.get().where === 'here' && state.get().progress.handIn === null;
  const leftMs = () => state.get().fixed.sitting.endsAtMs - deviceMs() - state.get().fixed.aheadMs;
  const watch = startWatch();
  const sending = sendLoop(state.get, set);

  /** Counts the time of looking for the question that is shown. */
  const settle = () => {
    const seconds = watch.take();
    const { place } = state.get().progress;
    if (seconds === 0 || !isOpen() || place >= sitting.questions.length) return;
    change((sat) => withWorked(sat, withSeconds(workedAt(sat, place), seconds)));
  };
  const autosave = (isHidden: boolean) => {
    const sat = state.get();
    if (!isOpen() || sitting.feedback === 'at-once') return;
    const made = sat.progress.parts.length;
    if (!isTimeToSave({ unsaved: unsavedIn(sat), questions: sitting.questions.length, made, isHidden }))
      return;
    change((now) => withPart(now, newSegmentId(nowMs())));
    sending.go();
  };
  const handIn = () => {
    settle();
    const atMs = deviceMs() + state.get().fixed.aheadMs;
    if (isOpen()) change((sat) => ({ ...withHandIn(sat, newSegmentId(nowMs()), atMs), refusal: null }));
    sending.go();
  };
  const ask = async () => {
    const { fixed } = state.get();
    const said = await askSitting(fixed.class, fixed.assignment, fixed.attempt);
    // A listing may be a minute late, so that even "no such attempt" says nothing.
    if (!said.ok || !isOpen()) return;
    change((sat) => mergedSat(sat, said.value, aheadOf(said.value)));
    timer.set(leftMs());
  };
  let asked = { atMs: isNew ? deviceMs() : 0, atTicks: ticksMs(), done: Promise.resolve() };
  const lookAtServer = () => {
    asked = { atMs: deviceMs(), atTicks: ticksMs(), done: ask() };
    return asked.done;
  };
  /** What is handed in is over for good: the end may have moved, and the device's clock too, since the server was last asked. */
  const handInAtEnd = async () => {
    if (!isOpen()) return;
    if (leftMs() > 0) return timer.set(leftMs());
    const passedMs = Math.max(ticksMs() - asked.atTicks, Math.abs(deviceMs() - asked.atMs));
    await (passedMs > SURE_MS ? lookAtServer() : asked.done);
    if (leftMs() <= 0) handIn();
  };
  /** What another tab did meanwhile. */
  const readAgain = async () => {
    const all = await keptAttempts();
    const here = all.find(({ fixed }) => fixed.attempt === kept.fixed.attempt);
    if (here === undefined || here.fixed.sitting === null) return;
    state.set(satOf(here, here.fixed.sitting));
  };
  const timer = endTimer(
    () => void (isOpen() && lookAtServer()),
    () => void handInAtEnd(),
  );
  const holding = holder(state, set, {
    before: async () => (isNew ? undefined : readAgain()),
    begin() {
      watch.goOn();
      timer.set(leftMs());
      if (isNew) sending.go();
      else void lookAtServer().then(sending.go);
    },
  });
  const unfollow = followPage({
    onHidden() {
      watch.pause();
      settle();
      autosave(true);
    },
    onShown(awayMs) {
      watch.goOn();
      if (!isOpen()) return;
      timer.set(leftMs());
      if (awayMs > AWAY_MS) void lookAtServer();
    },
    onOnline: sending.go,
  });
  void holding.take(false);

  return {
    state,
    leftMs,
    setDraft(at, draft) {
      settle();
      if (isOpen())
        change((sat) => ({ ...withWorked(sat, withDraft(workedAt(sat, at), draft)), unclear: null }));
    },
    flag: (at) =>
      change((sat) => withWorked(sat, { ...workedAt(sat, at), flagged: !workedAt(sat, at).flagged })),
    go(place) {
      settle();
      change((sat) => ({ ...withProgress(sat, { place }), unclear: null }));
      autosave(false);
    },
    giveForGood(at) {
      settle();
      change((sat) => ({ ...withPart(sat, newSegmentId(nowMs()), at), unclear: null, refusal: null }));
      sending.go();
    },
    handIn,
    takeOver: () => void holding.take(true),
    tryAgain() {
      change((sat) => ({ ...sat, refusal: null }));
      sending.go();
    },
    putAside: () => change((sat) => withProgress(sat, { aside: true })),
    stop() {
      settle();
      autosave(true);
      timer.stop();
      unfollow();
      sending.stop();
      holding.release();
    },
  };
}

/** This device's own clock, which nobody corrects, in ms since 1970. */
function deviceMs(): number {
  return nowMs() - clockCorrection.get();
}
