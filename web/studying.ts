import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fold } from '../questions/fold.ts';
import type { Answer } from '../questions/kind.ts';
import type { Schedule } from '../questions/schedule.ts';
import { answeredReview, claimReview, undoReview } from './answering.ts';
import { newSeed } from './chance.ts';
import { nowMs, ticksMs, zoneMinutes } from './clock.ts';
import { grade, warmGrading, type GivenAnswer } from './deckClient.ts';
import type { Opened } from './openDeck.ts';
import { painted } from './painted.ts';
import type { Phase } from './phase.ts';
import { leaveScreen } from './router.ts';
import { keptSession, useKept } from './sessionKept.ts';
import { questionOf, retiredIn, type StudyQuestion } from './studyDeck.ts';
import {
  goOn,
  startSession,
  takeBack,
  withAnswer,
  withClaim,
  type SessionWish,
  type StudySession,
} from './studySession.ts';
import { flush } from './sync.ts';

/** A running session and what can be done in it. */
export interface Studying {
  readonly session: StudySession;
  readonly schedule: Schedule;
  readonly question: StudyQuestion | undefined;
  /** Another one for every asking. */
  readonly seed: string;
  readonly phase: Phase;
  readonly answer: (answer: Answer) => void;
  readonly showHint: () => void;
  readonly claim: () => void;
  readonly undo: () => void;
  readonly next: () => void;
  /** Begins another session in the place of this one. */
  readonly restart: (wish: SessionWish) => void;
}

const ASKING: Phase = { at: 'asking', hint: false };

/** Runs a session of an open deck: goes on with the tab's own, or begins one. */
export function useStudying({ open, reviews, keep }: Opened, wanted: string, wish: SessionWish): Studying {
  const { deck } = open;
  const schedule = useMemo(() => fold(reviews, retiredIn(deck)), [reviews, deck]);
  const begin = (other: SessionWish) =>
    startSession(deck, schedule, wanted, other, { nowMs: nowMs(), zone: zoneMinutes(), seed: newSeed() });
  const [session, setSession] = useState(() => keptSession(deck, wanted) ?? begin(wish));
  const [phase, setPhase] = useState(ASKING);
  const [turn, setTurn] = useState(0);
  const paintedAt = usePaintTime(turn);
  const isBusy = useRef(false);
  useKept(deck.id, session);
  useEffect(() => void warmGrading(open), [open]);

  const question = session.current === null ? undefined : questionOf(deck, session.current);
  const ask = (next: StudySession) => {
    setSession(next);
    setPhase(ASKING);
    setTurn(turn + 1);
  };

  const answer = async (given: GivenAnswer, asked: StudyQuestion) => {
    const how = {
      hint: phase.hint,
      tookMs: ticksMs() - paintedAt.current,
      medianTookMs: schedule.medianTookMs,
    };
    if (deck.access === 'sealed') setPhase({ at: 'grading', hint: how.hint, answer: given.answer });
    await painted();
    const result = await grade(open, given);
    if (!result.ok)
      return setPhase({ at: 'failed', hint: how.hint, answer: given.answer, problem: result.problem });
    const feedback = result.value;
    const answered = answeredReview(given, asked, feedback.verdict, how);
    if (answered === null)
      return setPhase({ at: 'asking', hint: how.hint, unclear: { feedback, answer: given.answer } });
    const { fact, question: form, rating, outcome, id } = answered;
    const statement = feedback.told?.statement ?? '';
    setSession(withAnswer(session, { fact, question: form, rating, outcome, review: id, statement }));
    setPhase({
      at: 'told',
      hint: how.hint,
      answer: given.answer,
      feedback,
      answered,
      how,
      claimed: false,
      kept: keep(answered),
    });
  };

  return {
    session,
    schedule,
    question,
    seed: `${session.seed}/${turn}`,
    phase,
    answer(value) {
      if (isBusy.current || session.current === null || question === undefined || phase.at === 'told') return;
      isBusy.current = true;
      void answer({ ...session.current, answer: value }, question).finally(() => (isBusy.current = false));
    },
    showHint() {
      if (phase.at === 'asking') setPhase({ ...phase, hint: true });
    },
    claim() {
      if (phase.at !== 'told' || isBusy.current || phase.claimed || question === undefined) return;
      const claim = claimReview(phase.answered.id, question, phase.feedback.verdict, phase.how);
      setSession(withClaim(session, claim.rating));
      setPhase({ ...phase, claimed: true, kept: phase.kept.then(() => keep(claim)) });
    },
    undo() {
      if (phase.at !== 'told' || isBusy.current) return;
      void phase.kept.then(() => keep(undoReview(phase.answered.id)));
      ask(takeBack(session));
    },
    next() {
      if (phase.at !== 'told' || isBusy.current) return;
      isBusy.current = true;
      const goes = Promise.all([phase.kept, painted()]).then(() => {
        const next = goOn(session, deck);
        if (next.current === null) {
          leaveScreen();
          void flush();
        }
        ask(next);
      });
      void goes.finally(() => (isBusy.current = false));
    },
    restart: (other) => ask(begin(other)),
  };
}

/** When the present question appeared on the screen. */
function usePaintTime(turn: number) {
  const paintedAt = useRef(ticksMs());
  useEffect(() => {
    const frame = requestAnimationFrame(() => (paintedAt.current = ticksMs()));
    return () => cancelAnimationFrame(frame);
  }, [turn]);
  return paintedAt;
}
