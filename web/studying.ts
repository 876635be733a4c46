import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { fold } from '../questions/fold.ts';
import type { Feedback } from '../questions/feedback.ts';
import type { Answer } from '../questions/kind.ts';
import type { Schedule } from '../questions/schedule.ts';
import { after, fetchAfter, type After } from './after.ts';
import { newSeed } from './chance.ts';
import { nowMs, ticksMs, zoneMinutes } from './clock.ts';
import type { GivenAnswer, OpenDeck } from './deckClient.ts';
import { loaded, notLoaded, type Loaded } from './loaded.ts';
import type { Opened } from './opened.ts';
import { painted } from './painted.ts';
import type { Phase } from './phase.ts';
import type { StudyDeck } from './deckSchema.ts';
import { questionOf, retiredIn, rewordedIn, type StudyQuestion } from './studyDeck.ts';
import {
  goOn,
  startSession,
  takeBack,
  withAnswer,
  withClaim,
  type SessionWish,
  type StudySession,
} from './studySession.ts';
import { warn } from './warn.ts';

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

/** How a session begins and ends, and what its schedule comes from. */
export interface SessionEnds {
  readonly fold: typeof fold;
  /** The first session: a new one, or one to go on with. */
  readonly first: (schedule: Schedule) => StudySession;
  /** Called when its last question is done, before the end is shown. */
  readonly atEnd: () => void;
}

/** A new session of a deck, begun now. */
export function newSession(
  deck: StudyDeck,
  schedule: Schedule,
  wanted: string,
  wish: SessionWish,
): StudySession {
  return startSession(deck, schedule, wanted, wish, {
    nowMs: nowMs(),
    zone: zoneMinutes(),
    seed: newSeed(),
  });
}

/** Runs a session of an open deck. */
export function useStudying({ open, reviews, keep }: Opened, { fold, first, atEnd }: SessionEnds): Studying {
  const { deck } = open;
  const schedule = useMemo(() => fold(reviews, retiredIn(deck), rewordedIn(deck)), [reviews, deck]);
  const [session, setSession] = useState(() => first(schedule));
  const [phase, setPhase] = useState(ASKING);
  const [turn, setTurn] = useState(0);
  const paintedAt = usePaintTime(turn);
  const isBusy = useRef(false);
  useEffect(() => void warm(open), [open]);

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
    const result = await graded(open, given);
    if (!result.ok)
      return setPhase({ at: 'failed', hint: how.hint, answer: given.answer, problem: result.problem });
    const { parts, feedback } = result.value;
    const answered = parts.answeredReview(given, asked, feedback.verdict, how);
    if (answered === null)
      return setPhase({
        at: 'asking',
        hint: how.hint,
        unclear: { words: parts.reasonWords(feedback.verdict, 1) },
      });
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
      const parts = after.get();
      if (phase.at !== 'told' || isBusy.current || phase.claimed) return;
      if (question === undefined || parts === null) return;
      const claim = parts.claimReview(phase.answered.id, question, phase.feedback.verdict, phase.how);
      setSession(withClaim(session, claim.rating));
      setPhase({ ...phase, claimed: true, kept: phase.kept.then(() => keep(claim)) });
    },
    undo() {
      const parts = after.get();
      if (phase.at !== 'told' || isBusy.current || session.once === true || parts === null) return;
      void phase.kept.then(() => keep(parts.undoReview(phase.answered.id)));
      ask(takeBack(session));
    },
    next() {
      if (phase.at !== 'told' || isBusy.current) return;
      isBusy.current = true;
      const goes = Promise.all([phase.kept, painted()]).then(() => {
        const next = goOn(session, deck);
        if (next.current === null) atEnd();
        ask(next);
      });
      void goes.finally(() => (isBusy.current = false));
    },
    restart: (wish) => ask(newSession(deck, schedule, session.wanted, wish)),
  };
}

/** An answer's feedback, with what it takes to show it. */
async function graded(
  open: OpenDeck,
  given: GivenAnswer,
): Promise<Loaded<{ readonly parts: After; readonly feedback: Feedback }>> {
  try {
    const parts = await fetchAfter();
    const result = await parts.grade(open, given);
    return result.ok ? loaded({ parts, feedback: result.value }) : result;
  } catch (error) {
    return notLoaded('unreachable', String(error));
  }
}

/** Makes all ready ahead of the first answer, so that neither the first question nor that answer waits for it. */
async function warm(open: OpenDeck): Promise<void> {
  try {
    (await fetchAfter()).warmGrading(open);
  } catch (error) {
    warn('What an answer needs could not be fetched yet.', error);
  }
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
