import { longPhraseEnd, nounPhraseEnd } from '../clause/nounPhrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { Sentence } from '../sentence.ts';

/** Something that took place at a time which a phrase gives with it: "the war of 1870", "the 2005 and 2010 revolutions". */
export interface EventOfYear {
  readonly prompt: string;
  /** In one sentence, with the time. */
  readonly statement: string;
  /** The words that say both. */
  readonly phrase: Span;
}

const EVENTS =
  /^(?:war|conflict|revolution|crisis|election|battle|earthquake|eruption|uprising|revolt|coup|attack|famine|epidemic|pandemic|flood|fire|strike|protest|summit|conference|game|invasion|rebellion|expedition)$/;
const BACK_MAX = 12;

/** "the conflict between A and B of 2020": `time` is "of 2020". */
export function eventBefore(time: Span, sentence: Sentence): EventOfYear | undefined {
  const { words } = sentence;
  const starts = Array.from({ length: BACK_MAX }, (_, back) => time.from - BACK_MAX + back);
  const from = starts.find(
    (at) => /^(?:the|an?)$/i.test(words[at]?.text ?? '') && longPhraseEnd(words, at) >= time.from,
  );
  if (from === undefined || !EVENTS.test(words[nounPhraseEnd(words, from) - 1]?.lemma ?? ''))
    return undefined;
  const what = textOf(sentence, { from, to: time.from }).slice(1);
  const [capital, small] = words[from]?.lemma === 'the' ? ['T', 't'] : ['A', 'a'];
  return {
    prompt: `In which year did ${small}${what} take place?`,
    statement: `${capital}${what} took place in ${textOf(sentence, { from: time.from + 1, to: time.to })}.`,
    phrase: { from, to: time.to },
  };
}

const WHAT_MIN = 3;
const WHAT_MAX = 12;

/** "the 2005, 2010 and 2020 revolutions in X": `years` are the three; `wh` is "in which three years". */
export function eventsAfter(wh: string, years: Span, sentence: Sentence): EventOfYear | undefined {
  const { words } = sentence;
  const noun = words[years.to];
  if (noun?.pos !== 'NOUN' || noun.text.toLowerCase() === noun.lemma) return undefined;
  const end = longPhraseEnd(words, years.to);
  const or = words.findIndex(({ text }, at) => at > years.to && at < end && text === 'or');
  const to = or < 0 ? end : or;
  const what = textOf(sentence, { from: years.to, to });
  if (wordCount(what) < WHAT_MIN || wordCount(what) > WHAT_MAX) return undefined;
  return {
    prompt: `${wh.slice(0, 1).toUpperCase()}${wh.slice(1)} were there ${what}?`,
    statement: `There were ${what} in ${textOf(sentence, years).replace(/^the\s+/i, '')}.`,
    phrase: { from: years.from, to },
  };
}
