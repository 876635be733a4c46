import { ordinalRank } from '../../typed/number-words.ts';
import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';
import { longPhraseEnd, nounPhraseEnd } from './nounPhrase.ts';
import type { Span } from './span.ts';

/** A noun phrase that says what is first or most of its kind. */
export interface Superlative {
  /** "the ninth largest country in the world". */
  readonly phrase: Span;
  /** Its rank, or else its superlative: "ninth", "largest", "most populous". */
  readonly degree: Span;
  readonly rank?: number;
  /** The number of its noun. */
  readonly head: number;
  /** "one of the largest": others share it. */
  readonly isOneOf: boolean;
}

const NO_SUPERLATIVE =
  /^(?:least|best|interest|forest|west|east|rest|test|request|guest|latest|honest|modest|earnest|past|first|last|most|contest|protest|harvest|conquest|arrest|invest|priest|nest|pest|chest|quest)$/i;

/** The superlatives of a sentence, in order. */
export function superlativesOf({ words }: Sentence): readonly Superlative[] {
  return words.flatMap((word, from): readonly Superlative[] => {
    if (word.pos !== 'DET' && !/^['’]s$/.test(word.text)) return [];
    const found = degreeAt(words, from + 1);
    const nounEnd = nounPhraseEnd(words, found === undefined ? from : found.last);
    const head = words[nounEnd - 1];
    if (
      found === undefined ||
      head?.pos !== 'NOUN' ||
      head.lemma === 'one' ||
      (found.rank === 1 && !isTelling(head))
    )
      return [];
    const isArticle = word.pos === 'DET';
    const start = isArticle ? from : from + 1;
    return [
      {
        phrase: { from: start, to: Math.max(longPhraseEnd(words, found.last), nounEnd) },
        degree: found.span,
        ...(found.rank === undefined ? {} : { rank: found.rank }),
        head: nounEnd - 1,
        isOneOf:
          words[from - 1]?.lemma === 'of' &&
          /^(?:one|some|two|three|many)$/.test(words[from - 2]?.lemma ?? ''),
      },
    ];
  });
}

/** "the first time", "the first half": no record. */
function isTelling({ lemma }: Tagged): boolean {
  return !/^(?:time|day|week|month|year|minute|hour|half|place|term|phase|step|century|part|decade|thing|sight|glance|stage|case|point|impression|name)$/.test(
    lemma,
  );
}

interface Degree {
  readonly span: Span;
  readonly rank?: number;
  /** Where the adjective that says most begins. */
  readonly last: number;
}

/** "largest", "most populous", "ninth largest", "first". */
function degreeAt(words: readonly Tagged[], at: number): Degree | undefined {
  const rank = rankOf(words[at]);
  const next = words[at + 1]?.text === '-' ? at + 2 : at + 1;
  if (rank !== undefined && rank > 1 && mostEnd(words, next) > next)
    return { span: { from: at, to: at + 1 }, rank, last: next };
  const end = mostEnd(words, at);
  if (end > at) return { span: { from: at, to: end }, last: at };
  return rank === 1 && words[at + 1]?.pos !== 'NUM'
    ? { span: { from: at, to: at + 1 }, rank, last: at }
    : undefined;
}

function rankOf(word: Tagged | undefined): number | undefined {
  const figure = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word?.text ?? '')?.[1];
  return figure === undefined ? ordinalRank(word?.text.toLowerCase()) : Number(figure);
}

/** The word after "largest" or "most populous"; `at` where neither stands. */
function mostEnd(words: readonly Tagged[], at: number): number {
  const word = words[at];
  if (word === undefined) return at;
  if (/^(?:most|least)$/i.test(word.text) && /^(?:ADJ|VERB|ADV)$/.test(words[at + 1]?.pos ?? ''))
    return at + 2;
  const isMost =
    (word.pos === 'ADJ' || word.pos === 'ADV') &&
    /(?:est)$/i.test(word.text) &&
    !NO_SUPERLATIVE.test(word.text);
  return isMost || /^best$|^worst$/i.test(word.text) ? at + 1 : at;
}
