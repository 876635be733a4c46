const SMALL =
  'a an the of in on at to for by from with and or as is are was has his her its their that which who';
const SMALL_WORDS = SMALL.split(' ').join('|');

/** A small word glued to the capitalised word after it: "theSoviet", but not "iPhone" or "YouTube". */
const GLUED_BEFORE = new RegExp(`^(?:${SMALL_WORDS})\\p{Lu}\\p{Ll}+`, 'u');

/** A capitalised word glued to the small word after it: "Chinafor". */
const GLUED_AFTER = new RegExp(`^(\\p{Lu}\\p{Ll}{2,}?)(?:${SMALL_WORDS})$`, 'u');

/** A small word, a stray apostrophe, and a word: "a’security". */
const STRAY = new RegExp(`^(?:${SMALL_WORDS})[’'](?!(?:s|t|re|ve|ll|d|m)$)\\p{L}+`, 'iu');

/** The words of a text, each once. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}\p{M}’']+/gu) ?? []);
}

/**
 * Words that two words run together in, or that a stray apostrophe splits. A name counts as glued to the small word after
 * it only where the document also has that name alone (`known`): "Chinafor" beside "China", but not "Finland".
 */
export function garbledWords(text: string, known: ReadonlySet<string>): readonly string[] {
  return [...wordsOf(text)].filter(
    (word) => GLUED_BEFORE.test(word) || STRAY.test(word) || isGluedAfter(word, known),
  );
}

function isGluedAfter(word: string, known: ReadonlySet<string>): boolean {
  const name = GLUED_AFTER.exec(word)?.[1];
  return name !== undefined && known.has(name);
}
