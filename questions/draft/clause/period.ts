import type { Sentence } from '../sentence.ts';
import { textOf } from './span.ts';
import { timesOf, type TimePhrase } from './timePhrase.ts';

/** A stretch of time by its first and last: "from 1914 to 1918", "1914–1918". */
export interface Period {
  readonly times: readonly [TimePhrase, TimePhrase];
}

/** The periods of a sentence, in order. */
export function periodsOf(sentence: Sentence): readonly Period[] {
  const times = timesOf(sentence);
  return times.flatMap((first, at): readonly Period[] => {
    const last = times[at + 1];
    if (last === undefined || first.precision !== last.precision) return [];
    const between = textOf(sentence, { from: first.span.to, to: last.span.from }).trim();
    const isRange = /^(?:–|-|—)$/.test(between);
    const isFrom =
      first.preposition === 'from' && /^(?:to|until|till|through)(?: the| early| late)?$/.test(between);
    const isBetween = first.preposition === 'between' && /^and(?: the)?$/.test(between);
    return isRange || isFrom || isBetween ? [{ times: [first, last] }] : [];
  });
}
