import * as v from 'valibot';
import { FactIdSchema, type FactId } from '../questions/ids.ts';
import { classPath, deckPath, routeOf } from './routes.ts';
import { choiceOf, wishOf } from './sessionChoice.ts';
import type { SessionWish } from './studySession.ts';

/** The session that an address asks for: just the facts that it names, due or not, or else a choice of what is due. */
export function wishIn(query: URLSearchParams): SessionWish {
  const only = (query.get('only') ?? '')
    .split(',')
    .filter((fact): fact is FactId => v.is(FactIdSchema, fact));
  if (only.length === 0) return wishOf(choiceOf(query));
  return { only, limit: only.length, ...(query.has('once') ? { once: true } : {}) };
}

/** What a session of named facts is for. */
export interface Practice {
  readonly only: readonly FactId[];
  /** Each fact is asked once: a missed one does not come back. */
  readonly once: boolean;
  /** The assignment that it belongs to. */
  readonly class: string;
  readonly assignment: string;
}

/** The address of a session of named facts. */
export function practicePath(deck: string, practice: Practice): string {
  const { only, once, class: classId, assignment } = practice;
  const query = `only=${only.join(',')}${once ? '&once' : ''}&for=${classId}/${assignment}`;
  return `${deckPath(deck, 'study')}?${query}`;
}

/** Where whoever ends a session goes back to, by the query of its address: the assignment it was for, or the deck. */
export function backFrom(deck: string, wanted: string): { readonly href: string; readonly words: string } {
  const href = classPath(new URLSearchParams(wanted).get('for') ?? '');
  return routeOf(href).screen === 'assignment'
    ? { href, words: 'Back to the assignment' }
    : { href: deckPath(deck), words: 'Back to the deck' };
}
