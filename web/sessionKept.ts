import { useEffect, useRef } from 'preact/hooks';
import * as v from 'valibot';
import type { StudyDeck } from './deckSchema.ts';
import { questionOf } from './studyDeck.ts';
import { StudySessionSchema } from './sessionSchema.ts';
import type { StudySession } from './studySession.ts';
import { warn } from './warn.ts';

const PREFIX = 'steppe/session/';

/** Whether this page was loaded anew in its place; its end of a session is then shown again. */
function isReload(): boolean {
  const [load] = performance.getEntriesByType('navigation');
  return load !== undefined && 'type' in load && load.type === 'reload';
}

/** The tab's session of a deck, where one runs that was asked for in the same way and the deck still has its questions. */
export function keptSession(deck: StudyDeck, wanted: string): StudySession | null {
  const session = read(deck.id);
  if (session === null || session.wanted !== wanted) return null;
  if (session.current === null && !isReload()) return null;
  const items = session.current === null ? session.plan : [...session.plan, session.current];
  return items.every((item) => questionOf(deck, item) !== undefined) ? session : null;
}

/** Keeps the session for a reload of the tab; a finished one is forgotten when its screen is left. */
export function useKept(deck: string, session: StudySession): void {
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

/** Where the browser refuses, a reload begins a new session. */
function keepSession(deck: string, session: StudySession): void {
  try {
    sessionStorage.setItem(nameOf(deck), JSON.stringify(session));
  } catch (error) {
    warn('The session could not be kept for a reload.', error);
  }
}

/** Forgets the tab's session of a deck. */
export function dropSession(deck: string): void {
  try {
    sessionStorage.removeItem(nameOf(deck));
  } catch (error) {
    warn('The session could not be removed.', error);
  }
}

/** Forgets the tab's sessions of all decks. */
export function dropSessions(): void {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
    for (const name of names) sessionStorage.removeItem(name);
  } catch (error) {
    warn('The sessions could not be removed.', error);
  }
}

function read(deck: string): StudySession | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(deck)) ?? 'null');
    const result = v.safeParse(StudySessionSchema, kept);
    return result.success ? result.output : null;
  } catch (error) {
    warn('The kept session could not be read.', error);
    return null;
  }
}

function nameOf(deck: string): string {
  return PREFIX + deck;
}
