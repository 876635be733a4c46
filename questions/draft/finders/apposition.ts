import { hasName, nameAtEnd, phraseAt } from '../clause/phrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { Sentence } from '../sentence.ts';

/** A name and what is said of it between commas. */
export interface Apposition {
  readonly name: Span;
  /** "the capital of Austria", "a French chemist who studied fermentation". */
  readonly is: Span;
}

const IS_WORDS_MAX = 16;

/** "Vienna, the capital of Austria, lies …": names that are followed by what they are, between commas, dashes or brackets. */
export function appositionsIn(sentence: Sentence): readonly Apposition[] {
  const { words } = sentence;
  return words.flatMap((word, at) => {
    if (!/^[,(–—]$/.test(word.text)) return [];
    const end = words.findIndex(({ text }, number) => number > at && /^[,.;:)–—?!]$/.test(text));
    const is = phraseAt(words, at + 1, end < 0 ? words.length : end);
    const name = nameBefore(sentence, at);
    if (is === undefined || name === undefined || end < 0 || words[is.from]?.pos === 'PRON') return [];
    const starts =
      /^(?:the|an?)$/.test(words[is.from]?.text ?? '') ||
      (words[is.from]?.pos === 'NOUN' && words[is.from + 1]?.text === 'of');
    const isList =
      words.slice(end, end + 8).some(({ pos }) => pos === 'CCONJ') &&
      words[end]?.text === ',' &&
      !/^(?:AUX|VERB|ADV)$/.test(words[end + 1]?.pos ?? '');
    const whole = { from: is.from, to: end };
    if (hasOwnVerb(sentence, whole)) return [];
    if (!starts || isList || nameOnly(sentence, is) || wordCount(textOf(sentence, whole)) > IS_WORDS_MAX)
      return [];
    return [{ name, is: whole }];
  });
}

/** "…, a relay satellite passed on its signals" is a clause, and says nothing of the name before it. */
function hasOwnVerb({ words }: Sentence, { from, to }: Span): boolean {
  const verb = words.findIndex(
    ({ pos, text }, at) =>
      at > from && at < to && (pos === 'AUX' || (pos === 'VERB' && !text.endsWith('ing'))),
  );
  const relative = words.findIndex(
    ({ text }, at) => at > from && at < to && /^(?:that|which|who|where|whose)$/.test(text),
  );
  if (verb < 0 || (relative >= 0 && relative < verb)) return false;
  const isReduced =
    /^(?:by|in|at|on|from|for|with|as|of)$/.test(words[verb + 1]?.text ?? '') && words[verb]?.pos === 'VERB';
  return !isReduced;
}

/** The name that stands right before a mark, with an article at most before it. */
function nameBefore(sentence: Sentence, at: number): Span | undefined {
  const { words } = sentence;
  let from = at;
  while (from > 0 && at - from < 6 && nameAtEnd(sentence, { from: from - 1, to: at })?.from === from - 1)
    from -= 1;
  if (from === at || (from === 0 && at === 1 && words[0]?.pos !== 'PROPN')) return undefined;
  return words[from - 1]?.pos === 'ADJ' || words[from - 1]?.text === 'of' ? undefined : { from, to: at };
}

/** "CERN, the European Organization for Nuclear Research," says a name again. */
function nameOnly({ words }: Sentence, { from, to }: Span): boolean {
  return (
    hasName(words, { from, to }) &&
    words.slice(from, to).every(({ pos }) => /^(?:PROPN|DET|ADP|CCONJ)$/.test(pos))
  );
}
