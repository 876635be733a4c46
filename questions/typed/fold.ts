/** Apostrophes and look-alikes (some are letters in Unicode, and ´ decomposes into a space). */
const APOSTROPHES = /['’‘‛ʼʻʾʿʹ`´′＇]/gu;

/** Marks that only colour a letter. Vowel signs and the Japanese voicing marks change the word, so they stay. */
const MARKS = /(?![\u3099\u309a])\p{Script=Inherited}|(?=\p{Script=Hebrew})\p{Mn}/gu;

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

/** Lower case without marks. Twice NFKD, because each of lower case and NFKD can make work for the other. */
function plainLetters(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Cf}/gu, '')
    .replace(MARKS, '')
    .replace(APOSTROPHES, '')
    .replace(/[ßøłæœđðþıς]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/**
 * The form in which answers are compared: lower case, no marks, no full stops or apostrophes ("C.S.T.O." is "csto"),
 * `&` as "and", other punctuation and any white space as one space, no leading article. A full stop between digits
 * stays (4.5 is not 45), and so do `%`, currency signs, and `+` or `#` after a letter (C++). Idempotent; linear time.
 */
export function fold(text: string): string {
  return plainLetters(text)
    .replace(/&/gu, ' and ')
    .replace(/[%€$£]/gu, ' $& ')
    .replace(/\.{2,}/gu, ' ')
    .replace(/(?<!\p{Nd})\.|\.(?!\p{Nd})/gu, '')
    .replace(/(?<![\p{L}\p{N}\p{M}+#])[+#]+/gu, ' ')
    .replace(/[^\p{L}\p{N}\p{M}.+#%€$£]+/gu, ' ')
    .trim()
    .replace(/^(?:(?:the|an?) )+(?=.)/u, '');
}

/** A deck's names and keys are folded again for every answer that is judged: so many texts are folded once. */
const REMEMBERED_MAX = 4000;
const remembered = new Map<string, string>();

/** As `fold`, and British and American spellings agree (organisation, colour, centre). Only for comparing, never shown. */
export function foldSpelling(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const folded = oneSpelling(fold(text));
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(text, folded);
  return folded;
}

function oneSpelling(folded: string): string {
  return folded
    .replace(/(?<=\p{L}{3})is(?=(?:e[drs]?|ers|ing|ations?)(?!\p{L}))/gu, 'iz')
    .replace(/(?<=\p{L}{3})our(?!\p{L})/gu, 'or')
    .replace(/(?<=\p{L}{2})tre(?=s?(?!\p{L}))/gu, 'ter');
}
