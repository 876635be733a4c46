import { useEffect, useState } from 'preact/hooks';
import type { Place as Stretch } from '../../questions/passage.ts';
import type { OpenDeck } from '../deckClient.ts';
import { countedAs, stepsOf, type AskedQuestion } from '../studySession.ts';
import type { Studying } from '../studying.ts';
import type { Host } from './frameHost.ts';
import type { Counts, Quote } from './messages.ts';

/** How much stands before and after a passage in its quote, in characters: enough to find the right one of two. */
const AROUND = 64;

/** A passage that the host page has in its own text. */
export interface InPage {
  /** Goes there. */
  readonly go: () => void;
  /** Comes back, and takes the mark away. */
  readonly back: () => void;
}

/**
 * Tells the host page what happens in the quiz: the outcome of an answer, never what it was or would have been, let alone the key.
 * With `marks` the passage of an open deck is looked for in the host page after each answer; gives it once it is found.
 */
export function useTelling(
  host: Host | null,
  open: OpenDeck,
  studying: Studying,
  marks: boolean,
): InPage | null {
  const { session, phase } = studying;
  const { id: deck, title, access } = open.deck;
  const told = phase.at === 'told' ? phase : null;
  const [isFound, setFound] = useState(false);
  useEffect(() => host?.say({ type: 'ready', deck, title, questions: session.plan.length }), []);
  useEffect(() => {
    if (host === null || told === null) return;
    const { fact, question, outcome } = told.answered;
    const answered = session.asked.length;
    const of = stepsOf(session, true).length;
    // Once it is kept: a page that goes on at this word may take the frame away.
    void told.kept.then(() => host.say({ type: 'answer', deck, fact, question, outcome, answered, of }));
    const place = told.feedback.told?.place;
    if (!marks || access !== 'open' || place === undefined) return;
    const stop = host.follow((said) => {
      if (said.type === 'shown') setFound(said.found);
    });
    const quote = quoteAt(open.document, place);
    host.say({ type: 'show', go: false, ...quote });
    return () => {
      stop();
      setFound(false);
      host.say({ type: 'hide' });
    };
  }, [told?.answered.id]);
  const isOver = session.current === null && session.asked.length > 0;
  useEffect(() => {
    if (isOver)
      host?.say({ type: 'complete', deck, answered: session.asked.length, ...countsOf(session.asked) });
  }, [isOver, session.seed]);

  const place = told?.feedback.told?.place;
  if (host === null || place === undefined || !isFound) return null;
  return {
    go: () => host.say({ type: 'show', go: true, ...quoteAt(open.document, place) }),
    back: () => host.say({ type: 'hide' }),
  };
}

/** How the answers of a session were. */
export function countsOf(asked: readonly Pick<AskedQuestion, 'outcome' | 'rating'>[]): Counts {
  const count = (wanted: keyof Counts) => asked.filter((answer) => countedAs(answer) === wanted).length;
  return { right: count('right'), close: count('close'), partial: count('partial'), wrong: count('wrong') };
}

/** A stretch of the document with what stands around it. */
export function quoteAt(document: string, { start, end }: Stretch): Quote {
  return {
    exact: document.slice(start, end),
    prefix: document.slice(Math.max(0, start - AROUND), start),
    suffix: document.slice(end, end + AROUND),
  };
}
