import { editDistance } from './distance.ts';
import { foldSpelling } from './fold.ts';
import { isNumberWord } from './number-words.ts';

const PREFIXES = (
  'a an un in im il ir ab ad ex inter intra dis mis non anti ante counter de re pre pro per sub super hyper hypo over under ' +
  'micro macro mono poly bi tri uni endo exo post co'
).split(' ');

/**
 * Words an edit or two away from another word of their own: whoever types one of these in full meant it,
 * unless it is the key's word with more or less of an ending (Russia, Russian).
 * A deck's own rivals and glossary are the real guard; this catches what no deck lists.
 */
const REAL_WORDS = new Set(
  (
    'iran iraq ireland iceland gambia zambia russia prussia siberia iberia liberia mali bali malta yalta syria assyria ' +
    'styria austria australia slovakia slovenia niger nigeria laos lagos hindu hindi mauritania mauritius ' +
    'northeast northwest southeast southwest northeastern northwestern southeastern southwestern ' +
    'emigration immigration emigrant immigrant emigrants immigrants president precedent persecution prosecution ' +
    'persecute prosecute conservation conversation marital martial casual causal statue statute council counsel ' +
    'principal principle desert dessert affect effect mitosis meiosis perspective prospective comet comment ' +
    'communism communist capitalism capitalist socialism socialist prussian russian ' +
    'offensive defensive efficient deficient objection subjection probable probably'
  ).split(' '),
);

/** Scripts in which one sign is a whole syllable or word, so that no sign is a slip of the finger. */
const SYLLABIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Edits forgiven in a word: none up to 3 letters, 1 for 4 to 8, 2 where both words have 9 or more. */
function typoBudget(keyWord: string, givenWord: string): number {
  if (keyWord.length <= 3 || SYLLABIC.test(keyWord)) return 0;
  return Math.min(keyWord.length, givenWord.length) >= 9 ? 2 : 1;
}

/** What is left of a word behind each prefix it could have; the prefix a- stands before consonants only. */
function stems(word: string): readonly string[] {
  const prefixes = PREFIXES.filter((p) => word.startsWith(p) && !(p === 'a' && /^.[aeiou]/u.test(word)));
  return prefixes.map((prefix) => word.slice(prefix.length));
}

/** Whether two words are one stem under different prefixes (symmetric / asymmetric, importing / exporting). */
function differsByPrefix(a: string, b: string): boolean {
  const ofB = new Set([b, ...stems(b)]);
  return [a, ...stems(a)].some((stem) => stem.length >= 3 && ofB.has(stem));
}

/** The words, folded, that are capital acronyms or Roman numerals in any of the forms as the author wrote them. */
export function fixedWords(forms: readonly string[]): ReadonlySet<string> {
  const words = forms.flatMap((form) => form.replaceAll('.', '').split(/[^\p{L}\p{N}]+/u));
  return new Set(words.filter((word) => /^\p{Lu}{2,}s?$/u.test(word)).map(foldSpelling));
}

/** Edits between a key's word and the word typed for it; undefined when that is no plausible slip. */
function wordTypo(keyWord: string, givenWord: string, fixed: ReadonlySet<string>): number | undefined {
  if (keyWord === givenWord) return 0;
  const budget = typoBudget(keyWord, givenWord);
  const edits = budget === 0 ? 1 : editDistance(keyWord, givenWord, budget);
  if (edits > budget || fixed.has(keyWord)) return undefined;
  const isSameStem = keyWord.startsWith(givenWord) || givenWord.startsWith(keyWord);
  if (REAL_WORDS.has(givenWord) && !isSameStem) return undefined;
  if (/\p{N}/u.test(keyWord + givenWord) || isNumberWord(givenWord)) return undefined;
  return differsByPrefix(keyWord, givenWord) ? undefined : edits;
}

/**
 * Edits between a folded form and a folded answer, word by word; undefined when the words differ in number or one of
 * them is no plausible slip. `fixed` are the words in which nothing is forgiven.
 */
export function typoEdits(form: string, given: string, fixed: ReadonlySet<string>): number | undefined {
  const longer = given.length - form.length;
  if (Math.abs(longer) > form.length / 2) return undefined;
  const more = spaces(given) - spaces(form);
  if (more !== 0) return more === longer && splitDifferently(form, given) ? 1 : undefined;
  const words = form.split(' ');
  const typed = given.split(' ');
  let edits = 0;
  for (const [i, word] of words.entries()) {
    const some = wordTypo(word, typed[i] ?? '', fixed);
    if (some === undefined) return undefined;
    edits += some;
  }
  return edits;
}

function spaces(text: string): number {
  let count = 0;
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) count++;
  return count;
}

/** The same letters with other spaces ("Kassymjomart", "inter state"); not where digits would run together. */
function splitDifferently(form: string, given: string): boolean {
  const runsTogether = /\p{N} \p{N}/u;
  return (
    form.replaceAll(' ', '') === given.replaceAll(' ', '') &&
    !runsTogether.test(form) &&
    !runsTogether.test(given)
  );
}
