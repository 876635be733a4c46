import type { FactId } from '../../questions/ids.ts';
import type { Schedule } from '../../questions/schedule.ts';
import { buildSession, type SessionItem } from '../../questions/session.ts';
import type { StudyDeck } from '../deckSchema.ts';
import type { SessionWish, StudySession } from '../studySession.ts';
import { sessionFacts } from '../studyDeck.ts';
import type { FrameWish } from './frameWish.ts';

/** What a quiz is about. */
export type Scope = Pick<FrameWish, 'tags' | 'count'>;

/** The schedule of a learner who has answered nothing. */
export const NO_SCHEDULE: Schedule = { facts: new Map(), medianTookMs: null };

/** Practice of a scope: what is due, then new facts without the day's limit. */
export function practiceOf({ tags, count }: Scope): SessionWish {
  return { limit: count, tags, newPerDay: Infinity };
}

/** Practice of a scope whether anything of it is due or not. */
export function anywayOf(deck: StudyDeck, scope: Scope): SessionWish {
  return { limit: scope.count, only: factsIn(deck, scope) };
}

/** The facts of a scope, in the deck's order. */
export function factsIn(deck: StudyDeck, { tags }: Pick<Scope, 'tags'>): readonly FactId[] {
  const isWanted = (own: readonly string[]) => tags.length === 0 || own.some((tag) => tags.includes(tag));
  return deck.facts.filter((fact) => isWanted(fact.tags)).map(({ id }) => id);
}

/** The first questions of a scope in the deck's order that can be asked beside each other: the same ones for everybody. */
export function onceItems(deck: StudyDeck, scope: Scope): readonly SessionItem[] {
  const items = buildSession({
    facts: sessionFacts(deck),
    schedule: NO_SCHEDULE,
    apart: deck.apart,
    nowMs: 0,
    zone: 0,
    seed: deck.id,
    ...practiceOf(scope),
  });
  const order = deck.facts.map(({ id }) => id);
  return items.sort((a, b) => order.indexOf(a.fact) - order.indexOf(b.fact));
}

/** A session of those of them that the learner has never answered, each asked once. */
export function onceSession(deck: StudyDeck, schedule: Schedule, scope: Scope, seed: string): StudySession {
  const plan = onceItems(deck, scope).filter(({ fact }) => !schedule.facts.has(fact));
  return { seed, wanted: '', plan: [...plan], asked: [], current: plan[0] ?? null, once: true };
}
