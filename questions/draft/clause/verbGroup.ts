import type { Tagged } from '../tagger.ts';
import type { Span } from './span.ts';

/** The words that make one verb: "was first described", "has four", "can hold". */
export interface VerbGroup extends Span {
  /** The number of its first verb; adverbs stand before it. */
  readonly first: number;
  /** The number of its last verb, which carries the meaning. */
  readonly main: number;
  readonly isNegated: boolean;
}

/** The group of a finite verb that begins at a word, adverbs before it among it; undefined where none begins. */
export function verbGroupAt(words: readonly Tagged[], from: number): VerbGroup | undefined {
  let at = from;
  while (words[at]?.pos === 'ADV' && at - from < 3) at += 1;
  if (!isFinite(words, at)) return undefined;
  const first = at;
  let main = at;
  let isNegated = false;
  for (; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (/^(?:not|n['’]t|never)$/i.test(word.text)) isNegated = true;
    if (word.pos === 'AUX') main = at;
    else if (word.pos === 'VERB' || isAfterHave(words, main, at)) {
      main = at;
      break;
    } else if (word.pos !== 'ADV' && !/^(?:not|n['’]t)$/i.test(word.text)) break;
  }
  return { from, to: main + 1, first, main, isNegated };
}

/** Participles that are taken for nouns. */
const SAME_AS_NOUN = /^(?:spread|cut|set|put|hit|let|shut|split|read|cost|run)$/;

/** "have never concerned", where the participle was taken for an adjective. */
function isAfterHave(words: readonly Tagged[], main: number, at: number): boolean {
  const word = words[at];
  if (word === undefined || words[main]?.lemma !== 'have' || at === main) return false;
  return (
    (word.pos === 'ADJ' && word.text.endsWith('ed')) || (at === main + 1 && SAME_AS_NOUN.test(word.text))
  );
}

const UNFINISHED = /^(?:be|been|being|having)$/i;

function isFinite(words: readonly Tagged[], at: number): boolean {
  const word = words[at];
  if (word?.pos === 'AUX') return !UNFINISHED.test(word.text);
  if (word?.pos !== 'VERB' || /ing$/i.test(word.text)) return false;
  if (words[at - 1]?.lemma === 'to') return false;
  return !(isParticiple(word) && hasFiniteLater(words, at + 1));
}

/** Pasts that are no participles. */
const PASTS = new Set(
  'saw came went began took gave wrote became grew knew drew flew drove rose spoke broke chose fell sang drank swam ran ate'.split(
    ' ',
  ),
);

/** Whether a verb's form can also be a participle that follows its noun: "the soldiers sent by Russia". */
function isParticiple(word: Tagged): boolean {
  const text = word.text.toLowerCase();
  return text !== word.lemma && !text.endsWith('s') && !PASTS.has(text);
}

/** Whether a finite verb comes before the next comma, conjunction or pronoun. */
function hasFiniteLater(words: readonly Tagged[], from: number): boolean {
  for (let at = from; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || /^(?:PUNCT|CCONJ|SCONJ|PRON)$/.test(word.pos)) return false;
    if (word.lemma === 'to' && words[at + 1]?.pos === 'VERB') return false;
    if (word.pos === 'AUX' && !UNFINISHED.test(word.text)) return true;
    if (word.pos === 'VERB' && !/ing$/i.test(word.text))
      return !/^(?:DET|ADJ)$/.test(words[at - 1]?.pos ?? '');
  }
  return false;
}
