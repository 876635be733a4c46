import type { Tagged } from '../tagger.ts';
import { coordinatedEnd, nounPhraseEnd } from './nounPhrase.ts';
import type { Span } from './span.ts';
import { verbGroupAt, type VerbGroup } from './verbGroup.ts';

/** So many words may stand between commas after a subject. */
const ASIDE_MAX = 16;
const MODIFIERS_MAX = 8;
const RESUMING = new Set(['it', 'they', 'he', 'she']);
const RELATIVE = new Set(['who', 'which', 'that']);

/** A subject, what qualifies it closely among it, and the finite verb after it. */
export interface Subject {
  readonly subject: Span;
  readonly verb: VerbGroup;
}

/** The subject that begins at a word, and its verb; undefined where none begins or no verb follows. */
export function subjectAt(words: readonly Tagged[], from: number): Subject | undefined {
  let at = coordinatedEnd(words, from);
  if (at === from) return undefined;
  let to = at;
  let isAside = false;
  for (let count = 0; count < MODIFIERS_MAX; count += 1) {
    const verb = verbGroupAt(words, at);
    if (verb !== undefined && !(isAside && words[verb.to]?.pos === 'CCONJ'))
      return { subject: { from, to }, verb };
    const isSaidAgain = /^(?:it|they)$/.test(words[at]?.lemma ?? '') && words[at + 1]?.pos === 'AUX';
    if (isSaidAgain || (isAside && RESUMING.has(words[at]?.lemma ?? ''))) at += 1;
    else {
      const close = modifierEnd(words, at);
      const next = close > at ? close : asideEnd(words, at);
      if (next === at) return undefined;
      if (close > at && !isAside) to = next;
      else isAside = true;
      at = next;
    }
  }
  return undefined;
}

/** The end of a phrase that qualifies what stands before it; `at` where none begins. */
function modifierEnd(words: readonly Tagged[], at: number): number {
  const word = words[at];
  if (word === undefined) return at;
  const examples = examplesFrom(words, at);
  if (examples > at) return orSame(at, examples, coordinatedEnd(words, examples));
  if (word.pos === 'ADP') return orSame(at, at + 1, coordinatedEnd(words, at + 1));
  if (word.lemma === 'to' && words[at + 1]?.pos === 'VERB') return coordinatedEnd(words, at + 2);
  if (word.pos === 'VERB') return coordinatedEnd(words, at + 1);
  if (RELATIVE.has(word.lemma)) return relativeEnd(words, at);
  return at;
}

/** The word after "such as" or "including"; `at` where neither stands. */
function examplesFrom(words: readonly Tagged[], at: number): number {
  if (words[at]?.lemma === 'such' && words[at + 1]?.lemma === 'as') return at + 2;
  return words[at]?.text === 'including' ? at + 1 : at;
}

function orSame(at: number, start: number, end: number): number {
  return end === start ? at : end;
}

/** "who lived there", "that Xi built": to the end of its object. */
function relativeEnd(words: readonly Tagged[], at: number): number {
  const verb = verbGroupAt(words, at + 1) ?? verbGroupAt(words, nounPhraseEnd(words, at + 1));
  return verb === undefined ? at : coordinatedEnd(words, verb.to);
}

/** The end of an aside between two commas, dashes or brackets; `at` where none begins. */
function asideEnd(words: readonly Tagged[], at: number): number {
  const closing: Readonly<Record<string, string>> = { ',': ',', '(': ')', '–': '–', '—': '—' };
  const examples = words[at]?.text === ',' ? examplesFrom(words, at + 1) : at;
  if (examples > at + 1) {
    const last = coordinatedEnd(words, examples);
    return words[last]?.text === ',' ? last + 1 : last;
  }
  const mark = closing[words[at]?.text ?? ''];
  if (mark === undefined) return at;
  const end = words.findIndex(({ text }, other) => other > at && text === mark);
  return end < 0 || end - at > ASIDE_MAX ? at : end + 1;
}
