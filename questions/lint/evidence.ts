import { foldSpelling } from '../typed/fold.ts';
import { numbersIn, sameNumber } from './values.ts';

/** A text made ready for looking things up in it. */
export interface Reading {
  /** Folded, with a space before and after. */
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  readonly values: readonly number[];
}

/** Reads a text once for many questions to it. */
export function readingOf(text: string): Reading {
  const folded = foldSpelling(text);
  return { folded: ` ${folded} `, words: new Set(folded.split(' ')), values: numbersIn(text) };
}

/** Whether a phrase stands in the text as whole words, whatever its case, marks and punctuation. */
export function hasPhrase(reading: Reading, phrase: string): boolean {
  const folded = foldSpelling(phrase);
  return folded !== '' && reading.folded.includes(` ${folded} `);
}

/** Whether the text proves one of the forms: the phrase itself, its numbers by value, its date, or all words that carry meaning. */
export function proves(reading: Reading, forms: readonly string[]): boolean {
  return forms.some(
    (form) => hasPhrase(reading, form) || hasDate(reading, form) || hasAllWords(reading, form),
  );
}

/** Whether the text names the number; a percentage may stand as a part ("a fifth" for 20). */
export function provesNumber(
  { values }: Reading,
  {
    answer,
    unit,
    tolerance = 0,
  }: { readonly answer: number; readonly unit?: string | undefined; readonly tolerance?: number | undefined },
): boolean {
  const wanted = unit === '%' ? [answer, answer / 100] : [answer];
  return values.some((value) =>
    wanted.some((one) => sameNumber(one, value) || Math.abs(one - value) <= tolerance),
  );
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The ways to write an ISO date at its precision; the text itself where it is none. */
export function dateForms(iso: string): readonly string[] {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined) return [iso];
  if (day === undefined) return [iso, `${name} ${year}`, `${name} of ${year}`];
  const number = Number(day);
  return [iso, `${number} ${name} ${year}`, `${name} ${number} ${year}`, `${number} of ${name} ${year}`];
}

function hasDate(reading: Reading, form: string): boolean {
  return /^\d{4}-\d\d/.test(form) && dateForms(form).some((date) => hasPhrase(reading, date));
}

const SMALL = new Set(
  'a an the of in on at to for by from with and or as is are was were be been it its his her their that this which who about some than more'.split(
    ' ',
  ),
);

function hasAllWords(reading: Reading, form: string): boolean {
  const words = foldSpelling(form)
    .split(' ')
    .filter((word) => word !== '' && !SMALL.has(word));
  return words.length > 0 && words.every((word) => hasWord(reading, word)) && hasAllNumbers(reading, form);
}

function hasAllNumbers({ values }: Reading, form: string): boolean {
  return numbersIn(form).every((wanted) =>
    values.some((value) => sameNumber(wanted, value) || sameNumber(wanted / 100, value)),
  );
}

function hasWord({ words }: Reading, word: string): boolean {
  return (
    words.has(word) ||
    numbersIn(word).length > 0 ||
    word === '%' ||
    [...words].some((other) => isKin(word, other))
  );
}

/** Two forms of one word: "Russian" and "Russia", "guarantee" and "guaranteed". */
function isKin(a: string, b: string): boolean {
  const shared = Math.max(4, Math.ceil(0.7 * Math.max(a.length, b.length)));
  return a.length >= shared && b.length >= shared && a.slice(0, shared) === b.slice(0, shared);
}
