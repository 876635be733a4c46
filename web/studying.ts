import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Feedback } from '../questions/feedback.ts';
import { fold } from '../questions/fold.ts';
import type { Answer } from '../questions/kind.ts';
import type { Answered } from '../questions/review.ts';
import type { Schedule } from '../questions/schedule.ts';
import { answeredReview, claimReview, undoReview, type Circumstances } from './answering.ts';
import { newSeed } from './chance.ts';
import { nowMs, ticksMs, zoneMinutes } from './clock.ts';
import { grade, type GivenAnswer } from './deckClient.ts';
import type { LoadProblem } from './loaded.ts';
import type { Opened } from './openDeck.ts';
import { leaveScreen } from './router.ts';
import { dropSession, keepSession, keptSession } from './sessionKept.ts';
import { questionOf, retiredIn, type StudyQuestion } from './studyDeck.ts';
import { goOn, startSession, takeBack, withAnswer, withClaim, type SessionWish, type StudySession } from './studySession.ts';
import { flush } from './sync.ts';

/** Where the present question stands. */
export type Phase =
  | { readonly at: 'asking'; readonly hint: boolean; readonly unclear?: { readonly feedback: Feedback; readonly answer: Answer } }
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

/** A running session and what can be done in it. */
export interface Studying {
  readonly session: StudySession;
  readonly schedule: Schedule;
  readonly question: StudyQuestion | undefined;
  /** Another one for every asking. */
  readonly seed: string;
  readonly phase: Phase;
  answer(answer: Answer): void;
  showHint(): void;
  claim(): void;
  undo(): void;
  next(): void;
  /** Begins another session in the place of this one. */
  restart(wish: SessionWish): void;
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

  const question = session.current === null ? undefined : questionOf(deck, session.current);
  const ask = (next: StudySession) => {
    setSession(next);
    setPhase(ASKING);
    setTurn(turn + 1);
  };

  const answer = async (given: GivenAnswer, asked: StudyQuestion) => {
    const how = { hint: phase.hint, tookMs: ticksMs() - paintedAt.current, medianTookMs: schedule.medianTookMs };
    if (open.key === null) setPhase({ at: 'grading', hint: how.hint, answer: given.answer });
    const result = await grade(open, given);
    if (!result.ok) return setPhase({ at: 'failed', hint: how.hint, answer: given.answer, problem: result.problem });
    const feedback = result.value;
    const answered = answeredReview(given, asked, feedback.verdict, how);
    if (answered === null) return setPhase({ at: 'asking', hint: how.hint, unclear: { feedback, answer: given.answer } });
    const { fact, question: form, rating, outcome, id } = answered;
    const statement = feedback.told?.statement ?? '';
    setSession(withAnswer(session, { fact, question: form, rating, outcome, review: id, statement }));
    setPhase({ at: 'told', hint: how.hint, answer: given.answer, feedback, answered, how, claimed: false, kept: keep(answered) });
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
      if (phase.at !== 'told' || phase.claimed || question === undefined) return;
      const claim = claimReview(phase.answered.id, question, phase.feedback.verdict, phase.how);
      setSession(withClaim(session, claim.rating));
      setPhase({ ...phase, claimed: true, kept: phase.kept.then(() => keep(claim)) });
    },
    undo() {
      if (phase.at !== 'told') return;
      void phase.kept.then(() => keep(undoReview(phase.answered.id)));
      ask(takeBack(session));
    },
    next() {
      if (phase.at !== 'told') return;
      const next = goOn(session, deck);
      void phase.kept.then(() => {
        if (next.current === null) {
          leaveScreen();
          void flush();
        }
        ask(next);
      });
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

/** Keeps the session for a reload of the tab; a finished one is forgotten when its screen is left. */
function useKept(deck: string, session: StudySession): void {
  const latest = useRef(session);
  useEffect(() => {
    latest.current = session;
    if (session.plan.length > 0) keepSession(deck, session);
  }, [deck, session]);
  useEffect(
    () => () => {
      if (latest.current.current === null) dropSession(deck);
    },
    [deck],
  );
}
