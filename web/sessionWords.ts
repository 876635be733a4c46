import type { StudyDeck } from './deckSchema.ts';
import type { Studying } from './studying.ts';
import { dayWords } from './dayWords.ts';

/** The quiet line above a question: the day for which its answer holds, and why it is asked now. */
export function kickerOf(deck: StudyDeck, { session, schedule, phase }: Studying): string {
  const source = sourceOf(deck);
  const { current, asked } = session;
  if (current === null) return source;
  const before = phase.at === 'told' ? asked.slice(0, -1) : asked;
  if (before.some(({ fact }) => fact === current.fact)) return `${source} · once more`;
  const answers = schedule.facts.get(current.fact)?.reps ?? 0;
  const isNew = answers === (phase.at === 'told' ? 1 : 0);
  return isNew ? `${source} · new fact` : source;
}

const sources = new WeakMap<StudyDeck, string>();

/** Kept for the deck's life: putting a date into words takes a slow phone longer than all else that is said here. */
function sourceOf(deck: StudyDeck): string {
  const known =
    sources.get(deck) ?? (deck.asOf === undefined ? 'From the document' : `As of ${dayWords(deck.asOf)}`);
  sources.set(deck, known);
  return known;
}
