import type { Schedule } from '../questions/schedule.ts';
import { nowMs } from './clock.ts';
import type { StudyDeck } from './deckSchema.ts';
import type { Told } from './phase.ts';
import type { Studying } from './studying.ts';
import { dayWords, dueWords } from './words.ts';

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

/** When a fact comes back after an answer, and whether it will look different. */
export function againWords({ answered, claimed }: Told, schedule: Schedule, hasOtherForms: boolean): string {
  const memory = schedule.facts.get(answered.fact);
  if (memory === undefined) return '';
  const isSoon = memory.lastRating === 1 && !claimed;
  const when = isSoon ? 'soon' : dueWords(memory.dueAtMs, nowMs());
  return `You will see this fact again ${when}${hasOtherForms ? ', in another form' : ''}.`;
}
