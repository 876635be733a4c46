import type { Tagged } from '../tagger.ts';

const MONTHS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i;
const BEFORE_YEAR =
  /^(?:in|since|until|till|by|from|to|of|during|before|after|between|and|around|circa|about|year|early|late|mid|through|the|,|–|-|\()$/i;

/** Whether a word names a month; "may" and "march" only with a capital. */
export function isMonth(word: Tagged | undefined): boolean {
  return word !== undefined && MONTHS.test(word.text) && /^\p{Lu}/u.test(word.text);
}

/** Whether a word is a year in figures, by its size and by what stands before it. */
export function isYearAt(words: readonly Tagged[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !/^(?:1\d|20)\d\d$/.test(word.text)) return false;
  const before = words[at - 1];
  const next = words[at + 1];
  if (before === undefined || isMonth(before)) return true;
  const isCounting = next?.pos === 'NOUN' && next.text.toLowerCase() !== next.lemma;
  if (isCounting)
    return (
      /^(?:the|,|and|or)$/i.test(before.text) &&
      /^(?:1\d|20)\d\d$/.test(words[at - 2]?.text ?? words[at + 2]?.text ?? '')
    );
  return (
    BEFORE_YEAR.test(before.text) || before.pos === 'NUM' || before.pos === 'PROPN' || before.pos === 'NOUN'
  );
}
