import type { Holdings } from './holdings.ts';

const FIGURES = new Intl.NumberFormat('en-GB');

/** A count with its noun: "no answers", "one answer", "1,234 answers". */
export function countWords(count: number, noun: string): string {
  if (count === 0) return `no ${noun}s`;
  return count === 1 ? `one ${noun}` : `${FIGURES.format(count)} ${noun}s`;
}

/** What became of an import: "1,234 answers read, 200 of them new." */
export function importedWords(read: number, added: number): string {
  const whole = `${capital(countWords(read, 'answer'))} read`;
  if (read === 0) return 'There are no answers in this file.';
  if (added === 0) return `${whole}, ${read === 1 ? 'which was' : 'all of them'} here already.`;
  if (read === 1) return `${whole}, and it is new.`;
  return `${whole}, ${added === read ? 'all' : FIGURES.format(added)} of them new.`;
}

/** How many problems stand beyond those that are shown. */
export function moreProblemsWords(more: number): string {
  return more === 1 ? 'And one more.' : `And ${FIGURES.format(more)} more.`;
}

/** What an erasure removes on this device. */
export function erasedHereWords({ answers, decks, keys, projects }: Holdings): string {
  const parts = [
    answers === 0 ? [] : [`${countWords(answers, 'answer')} in ${countWords(decks, 'deck')}`],
    keys === 0 ? [] : [keys === 1 ? 'the key' : `the key and ${countWords(keys - 1, 'former key')}`],
    projects === 0 ? [] : [`${countWords(projects, 'deck')} that you make in the studio`],
    ['the decks kept for use without a network'],
  ].flat();
  return `${capital(parts.join('; '))}.`;
}

/** What an erasure removes on the server; `segments` is undefined while it is counted and null where it cannot be. */
export function erasedThereWords({ keys }: Holdings, segments: number | null | undefined): string {
  if (keys === 0) return 'Nothing was sent there.';
  const under = keys === 1 ? 'the key' : 'these keys';
  if (segments === undefined) return 'One moment …';
  if (segments === null) return `All that is there under ${under}. It cannot be reached now.`;
  return `${capital(countWords(segments, 'segment'))} of answers, all that is there under ${under}.`;
}

/** The button that erases. */
export function eraseWords({ answers, keys }: Holdings): string {
  if (answers + keys === 0) return 'Erase all this';
  const key = keys > 1 ? 'the keys' : 'the key';
  if (answers === 0) return `Erase ${key}`;
  return keys === 0
    ? `Erase ${countWords(answers, 'answer')}`
    : `Erase ${countWords(answers, 'answer')} and ${key}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
