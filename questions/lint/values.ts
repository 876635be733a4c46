import { foldSpelling } from '../typed/fold.ts';
import { cardinal, denominator, ordinalRank, scaleNamed } from '../typed/number-words.ts';

/**
 * Every number that a text names, by value: "4 thousand" is 4000, "ninth" 9, "a fifth" 0.2 and 5, "20 %" 20,
 * "2022-01-08" 2022, 1 and 8.
 */
export function numbersIn(text: string): readonly number[] {
  const words = foldSpelling(ungrouped(text)).split(' ');
  const values: number[] = [];
  for (let at = 0; at < words.length;) {
    const read = readAt(words, at);
    values.push(...read.values);
    at += Math.max(1, read.used);
  }
  return values;
}

/** Whether two numbers are the same but for the last bits of a division. */
export function sameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Digits in groups of three become one run: 4,000 and 4 000 are 4000. */
function ungrouped(text: string): string {
  return text.replace(/(?<![\d.,])\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+(?![\d,])/g, (digits) =>
    digits.replace(/\D/g, ''),
  );
}

interface Read {
  readonly values: readonly number[];
  readonly used: number;
}

/** The numbers that begin at a word: none, one, or for a part such as "fifth" its rank as well. */
function readAt(words: readonly string[], at: number): Read {
  const run = cardinalRun(words, at);
  if (run.used > 0) {
    const parts = denominator(words[at + run.used]);
    if (parts !== undefined) return { values: [run.value / parts, run.value], used: run.used + 1 };
    return { values: [run.value], used: run.used };
  }
  const rank = ordinalRank(words[at]);
  const parts = denominator(words[at]);
  const values = [...(rank === undefined ? [] : [rank]), ...(parts === undefined ? [] : [1 / parts])];
  return { values, used: 1 };
}

/** "4", "4 thousand", "4k", "9th", "two hundred and five", "twenty first", "1.5 million". */
function cardinalRun(
  words: readonly string[],
  from: number,
): { readonly value: number; readonly used: number } {
  let total = 0;
  let group = 0;
  let at = from;
  for (; at < words.length; at += 1) {
    const word = words[at];
    const scale = at > from ? scaleNamed(word, true) : undefined;
    const small =
      digitsOf(word) ?? cardinal(word) ?? (at > from && group % 10 === 0 ? smallRank(word) : undefined);
    if (word === 'hundred') group = Math.max(1, group) * 100;
    else if (scale !== undefined) [total, group] = [total + Math.max(1, group) * scale, 0];
    else if (small !== undefined && (at === from || joins(group, small, words[at - 1]))) group += small;
    else if (!(
      word === 'and' &&
      at > from &&
      words[at - 1] === 'hundred' &&
      cardinal(words[at + 1]) !== undefined
    ))
      break;
  }
  return { value: total + group, used: at - from };
}

/** "twenty five" and "hundred five" are one number, "five six" and "2005 2010" are two. */
function joins(group: number, small: number, before: string | undefined): boolean {
  if (before === undefined || /\d/.test(before)) return false;
  return (group % 100 === 0 && small < 100) || (group % 10 === 0 && group % 100 >= 20 && small < 10);
}

function smallRank(word: string | undefined): number | undefined {
  const rank = ordinalRank(word);
  return rank !== undefined && rank < 10 && denominator(word) === undefined ? rank : undefined;
}

function digitsOf(word: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(st|nd|rd|th|k|m|mn|bn)?$/.exec(word ?? '');
  if (match?.[1] === undefined) return undefined;
  const scale = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9 }[match[2] ?? ''] ?? 1;
  return Number(match[1]) * scale;
}
