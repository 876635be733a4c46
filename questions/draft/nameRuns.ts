import type { PartOfSpeech, Tagged } from './tagger.ts';
import type { Sentence } from './sentence.ts';

/** A name as it stands in a sentence, with what stands around it. */
export interface NameRun {
  readonly text: string;
  /** The words before it, the nearest last, in lower case. */
  readonly before: readonly string[];
  /** The words after it, in lower case. */
  readonly after: readonly string[];
  /** Whether a sentence begins with it, so that its capital says nothing. */
  readonly isFirst: boolean;
  /** Whether it only describes the noun after it: "the Kazakh population". */
  readonly isAttribute: boolean;
  /** Whether a verb in the past follows at once: "John Wells counted". */
  readonly isActing: boolean;
}

const INNER = /^(?:of|for|de|da|di|del|della|la|le|du|des|van|von|der|den|al|el|bin|ibn|y|’s|'s)$/;
const AROUND = 6;
/** Capitalised words that are not names by themselves. */
const NO_NAME =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|President|Chancellor|King|Queen|Prince|Princess|Pope|Emperor|Minister|Professor|General|Captain|Duke|I|A|The|And|First|Second|However|Chapter|Section|Figure|Table|Step|Note)$/;

/** The runs of capitalised names of a sentence, in order. */
export function nameRunsIn(sentence: Sentence): readonly NameRun[] {
  const words = hyphensJoined(sentence);
  const runs: NameRun[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!isName(words[at])) continue;
    let to = at + 1;
    while (isName(words[to]) || (isInner(words, to) && isName(words[to + 1]))) to += 1;
    runs.push(runOf(sentence, words, at, to));
    at = to;
  }
  return runs;
}

function isName(word: Tagged | undefined): boolean {
  return (
    word?.pos === 'PROPN' && /^\p{Lu}[\p{L}\p{M}\p{N}.’'‑-]*$/u.test(word.text) && !NO_NAME.test(word.text)
  );
}

/** "Bank of England" is one name, "Putin of Russia" and "Russia's president" are none. */
function isInner(words: readonly Tagged[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (word === undefined || before === undefined || !INNER.test(word.text)) return false;
  if (!/^(?:of|for|’s|'s)$/.test(word.text)) return true;
  return ORGANISED.test(before.text);
}

/** The last word of what can be of or for something. */
const ORGANISED =
  /^(?:Bank|University|House|Ministry|Department|Church|Republic|Kingdom|Union|Institute|Academy|Court|Council|Bay|Gulf|Cape|Isle|Treaty|Battle|School|Office|Organi[sz]ation|Association|Society|Centre|Center|Museum|Agency|Board|Federation|Tower|Sea|Lake|Strait)$/;

function runOf({ text }: Sentence, words: readonly Tagged[], from: number, to: number): NameRun {
  const [first, last, next] = [words[from], words[to - 1], words[to]];
  return {
    text: text.slice(first?.start, last?.end).replace(/\s+/g, ' '),
    before: lower(words.slice(Math.max(0, from - AROUND), from)),
    after: lower(words.slice(to, to + AROUND)),
    isFirst: from === 0 || /^[“"‘:.]$/.test(words[from - 1]?.text ?? ''),
    isAttribute:
      /(?:an|ish|ese)$|^\S+$/.test(last?.text ?? '') && (next?.pos === 'NOUN' || next?.pos === 'ADJ'),
    isActing: next?.pos === 'VERB' && next.text !== next.lemma && !/(?:ing|s)$/.test(next.text),
  };
}

function lower(words: readonly Tagged[]): readonly string[] {
  return words.map(({ text }) => text.toLowerCase());
}

/** A sentence's words, hyphenated ones as one. */
function hyphensJoined({ text, words }: Sentence): readonly Tagged[] {
  const joined: Tagged[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const isNext = last !== undefined && last.end === word.start;
    const isHyphen = /^[-‐‑]$/.test(word.text);
    if (isNext && (isHyphen || /[\p{L}\p{N}][-‐‑]$/u.test(last.text)) && last.pos !== 'PUNCT') {
      const whole = text.slice(last.start, word.end);
      const pos = isHyphen ? last.pos : posOfJoined(last.pos, word.pos);
      joined[joined.length - 1] = { ...last, end: word.end, text: whole, pos, lemma: whole.toLowerCase() };
    } else joined.push(word);
  }
  return joined;
}

function posOfJoined(first: PartOfSpeech, last: PartOfSpeech): PartOfSpeech {
  return last === 'VERB' || last === 'ADP' || last === 'ADV' ? 'ADJ' : last === 'PROPN' ? first : last;
}
