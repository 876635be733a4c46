import { buildSession } from '../questions/session.ts';
import type { Schedule } from '../questions/schedule.ts';
import { nowMs, zoneMinutes } from './clock.ts';
import type { StudyDeck } from './deckSchema.ts';
import { deckPath } from './routes.ts';
import { sessionFacts } from './studyDeck.ts';
import type { SessionWish } from './studySession.ts';

/** The lengths of a session to choose from, in questions. */
export const LENGTHS = [5, 10, 20] as const;
const LENGTH = 10;

/** What a learner chose for the next session. */
export interface SessionChoice {
  readonly count: number;
  /** Only facts with this tag; all when null. */
  readonly tag: string | null;
  /** Goes beyond the day's new facts. */
  readonly more: boolean;
}

/** The choice that an address carries; what is missing or odd falls back to ten questions of everything. */
export function choiceOf(query: URLSearchParams): SessionChoice {
  const count = Number(query.get('count'));
  return {
    count: LENGTHS.find((length) => length === count) ?? LENGTH,
    tag: query.get('tag'),
    more: query.has('more'),
  };
}

/** The address of a session of this choice. */
export function studyPath(deck: string, { count, tag, more }: SessionChoice): string {
  const query = new URLSearchParams();
  if (count !== LENGTH) query.set('count', String(count));
  if (tag !== null) query.set('tag', tag);
  if (more) query.set('more', '');
  const text = query.toString();
  return deckPath(deck, 'study') + (text === '' ? '' : `?${text}`);
}

/** The choice as a session is built from it. */
export function wishOf({ count, tag, more }: SessionChoice): SessionWish {
  return { limit: count, ...(tag === null ? {} : { tags: [tag] }), ...(more ? { newPerDay: Infinity } : {}) };
}

/** How many due and new facts a session of this choice would ask now. */
export function previewOf(
  deck: StudyDeck,
  schedule: Schedule,
  choice: SessionChoice,
): { readonly due: number; readonly fresh: number } {
  const items = buildSession({
    facts: sessionFacts(deck),
    schedule,
    apart: deck.apart,
    nowMs: nowMs(),
    zone: zoneMinutes(),
    seed: 'preview',
    ...wishOf(choice),
  });
  const due = items.filter(({ fact }) => schedule.facts.has(fact)).length;
  return { due, fresh: items.length - due };
}
