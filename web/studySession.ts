import type * as v from 'valibot';
import type { FactId } from '../questions/ids.ts';
import type { Outcome, Rating } from '../questions/review.ts';
import type { Schedule } from '../questions/schedule.ts';
import { buildSession, nextInSession, type SessionRequest } from '../questions/session.ts';
import type { StudyDeck } from './deckSchema.ts';
import type { StudySessionSchema } from './sessionSchema.ts';
import { sessionFacts } from './studyDeck.ts';

/** A session as it runs. */
export type StudySession = v.InferOutput<typeof StudySessionSchema>;
/** One question that was answered in the session. */
export type AskedQuestion = StudySession['asked'][number];

/** What a new session is to be. */
export type SessionWish = Pick<SessionRequest, 'limit' | 'tags' | 'only' | 'newPerDay'> &
  Pick<StudySession, 'once'>;

/** When and with what chance a session begins. */
export type SessionStart = Pick<SessionRequest, 'nowMs' | 'zone'> & { readonly seed: string };

/** A new session: what is due first, then new facts; without a question when there is nothing to ask. */
export function startSession(
  deck: StudyDeck,
  schedule: Schedule,
  wanted: string,
  { once, ...wish }: SessionWish,
  start: SessionStart,
): StudySession {
  const plan = buildSession({ facts: sessionFacts(deck), schedule, apart: deck.apart, ...wish, ...start });
  const session = { seed: start.seed, wanted, plan, asked: [], current: plan[0] ?? null };
  return once === undefined ? session : { ...session, once };
}

/** The session with one more answer; the same question stays on the screen. */
export function withAnswer(session: StudySession, answer: AskedQuestion): StudySession {
  return { ...session, asked: [...session.asked, answer] };
}

/** The session with its next question: a missed fact in another form, or what is planned. */
export function goOn(session: StudySession, deck: StudyDeck): StudySession {
  const facts = session.once === true ? [] : sessionFacts(deck);
  return { ...session, current: nextInSession(session.plan, session.asked, facts, deck.apart) };
}

/** The session before its last answer, whose question is asked again. */
export function takeBack(session: StudySession): StudySession {
  const last = session.asked.at(-1);
  if (last === undefined) return session;
  return {
    ...session,
    asked: session.asked.slice(0, -1),
    current: { fact: last.fact, question: last.question },
  };
}

/** The session with another rating of its last answer. */
export function withClaim(session: StudySession, rating: Rating): StudySession {
  const asked = session.asked.map((item, at) =>
    at === session.asked.length - 1 ? { ...item, rating } : item,
  );
  return { ...session, asked };
}

/** The last answer to each fact of the session, in the order in which the facts were first asked. */
export function outcomeOf(session: StudySession): readonly AskedQuestion[] {
  const last = new Map<FactId, AskedQuestion>();
  for (const item of session.asked) last.set(item.fact, item);
  return [...last.values()];
}

/** The facts that were rated again at least once and not claimed: worth a session of their own. */
export function missedIn(session: StudySession): readonly FactId[] {
  return [...new Set(session.asked.filter(({ rating }) => rating === 1).map(({ fact }) => fact))];
}

/** How an answer counts for the learner: a claimed one is right. */
export function countedAs({ outcome, rating }: Pick<AskedQuestion, 'outcome' | 'rating'>): Outcome {
  return outcome === 'wrong' && rating > 1 ? 'right' : outcome;
}

/** A step of the session for the row of segments. */
export type Step = Outcome | 'now' | 'open';

/** The steps so far (a claimed one is right), the present one and those to come, missed facts that return included; none to come at the end. */
export function stepsOf(session: StudySession, answered: boolean): readonly Step[] {
  const { asked, current, plan } = session;
  const met = new Set(asked.map(({ fact }) => fact));
  const planned = plan.filter(({ fact }) => !met.has(fact) && fact !== current?.fact);
  const returning = outcomeOf(session).filter(
    ({ fact, rating }) =>
      rating === 1 && session.once !== true && current !== null && (answered || fact !== current.fact),
  );
  const done = asked.map(countedAs);
  const now: Step[] = answered || current === null ? [] : ['now'];
  return [...done, ...now, ...[...planned, ...returning].map((): Step => 'open')];
}
