import type { Tagged } from '../tagger.ts';
import type { Span } from './nounPhrase.ts';

/** The verbs of a clause that belong together: "has invested", "was founded", "is". */
export interface VerbGroup extends Span {
  /** The number of the word that says what is done, or of the form of "be" that joins. */
  readonly main: number;
}

const BE = /^(?:is|are|was|were|am|be|been|being|['’]s|['’]re)$/i;
const UNFINISHED = /^(?:be|been|being|having)$/i;
const PARTICIPLES = new Set(
  'known written seen taken given done gone shown grown drawn driven spoken chosen broken stolen frozen fallen eaten hidden risen born worn torn thrown flown blown woven sworn beaten bitten forgotten'.split(
    ' ',
  ),
);

/** Whether a word is a form of "be". */
export function isBe(word: Tagged | undefined): boolean {
  return word !== undefined && BE.test(word.text);
}

/** Whether a word can be a past participle. */
export function isParticiple({ text, lemma }: Tagged): boolean {
  const lower = text.toLowerCase();
  return PARTICIPLES.has(lower) || lower.endsWith('ed') || (lower !== lemma && !/(?:ing|s)$/.test(lower));
}

/** Whether a verb stands in the past, as far as its form says. */
export function isPast({ text, lemma }: Tagged): boolean {
  const lower = text.toLowerCase();
  return (
    /^(?:was|were|had|did)$/.test(lower) ||
    (lower !== lemma && !/(?:ing|s)$/.test(lower)) ||
    lower.endsWith('ed')
  );
}

/** The first verbs of a stretch of words that stand by themselves, not those of "to go" or "soldiers sent by Russia". */
export function verbGroupIn(words: readonly Tagged[], from: number, to: number): VerbGroup | undefined {
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (word === undefined) return undefined;
    const isStart =
      word.pos === 'AUX'
        ? !UNFINISHED.test(word.text) && words[at - 1]?.pos !== 'PART'
        : word.pos === 'VERB' && isFinite(words, at, from, to);
    if (isStart) return groupFrom(words, at, to);
  }
  return undefined;
}

function isFinite(words: readonly Tagged[], at: number, from: number, to: number): boolean {
  const word = words[at];
  if (word === undefined || at === 0) return false;
  const lower = word.text.toLowerCase();
  let back = at - 1;
  while (back >= from && words[back]?.pos === 'ADV') back -= 1;
  const before = words[back];
  if (lower.endsWith('ing') && lower !== word.lemma) return false;
  if (PARTICIPLES.has(lower)) return false;
  if (before === undefined || back < from) return lower !== word.lemma;
  if (['PART', 'DET', 'ADP', 'ADJ', 'NUM', 'AUX'].includes(before.pos) && before.text !== 'all') return false;
  if (lower === word.lemma && lower.endsWith('ed') === false) return isPlural(before) || isPastAlike(lower);
  return !isReduced(words, at, to);
}

const ALIKE = /^(?:put|set|cut|let|hit|cost|spread|shut|split|burst|hurt|cast|beat|became|came|ran)$/;

function isPastAlike(lower: string): boolean {
  return ALIKE.test(lower);
}

function isPlural({ pos, text }: Tagged): boolean {
  if (pos === 'PRON') return /^(?:they|we|you|i|who|which|that|these|those|others)$/i.test(text);
  return (
    (pos === 'NOUN' &&
      (/(?:[^su]s|people|men|women|children|police)$/i.test(text) || text.endsWith('ces'))) ||
    (pos === 'PROPN' && /[^su]s$/.test(text))
  );
}

/** "the gas imported from China derives …": a participle after its noun, with the clause's own verb still to come. */
function isReduced(words: readonly Tagged[], at: number, to: number): boolean {
  const word = words[at];
  const after = words[at + 1];
  if (word === undefined || !isParticiple(word)) return false;
  if (after?.text === 'by' && words[at - 1]?.pos !== 'PRON') return true;
  if (after === undefined || !['ADP', 'ADV', 'PART', 'VERB'].includes(after.pos)) return false;
  for (let next = at + 1; next < to; next += 1) {
    const later = words[next];
    if (later === undefined || later.pos === 'CCONJ') return false;
    if (later.pos === 'PART' && later.text === 'to') next += 1;
    else if (later.pos === 'AUX' && !UNFINISHED.test(later.text)) return true;
    else if (later.pos === 'VERB' && isPast(later) && words[next + 1]?.text !== 'by') return true;
    else if (later.pos === 'VERB' && /[^s]s$/.test(later.text)) return true;
  }
  return false;
}

function groupFrom(words: readonly Tagged[], from: number, to: number): VerbGroup {
  let main = from;
  let at = from;
  while (words[main]?.pos === 'AUX' && at + 1 < to) {
    const next = words[at + 1];
    if (next === undefined) break;
    if (next.pos === 'AUX' || next.pos === 'VERB') {
      if (
        next.pos === 'VERB' &&
        words[at + 2]?.pos === 'NOUN' &&
        isBe(words[main]) &&
        !/(?:ing|ed)$/.test(next.text)
      )
        break;
      main = at + 1;
    } else if (next.pos !== 'ADV' && !(next.pos === 'PART' && next.text !== 'to')) break;
    at += 1;
  }
  return { from, to: main + 1, main };
}
