const CARDINALS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const TENTHS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth';

function table(words: string, value: (index: number) => number): [string, number][] {
  return words.split(' ').map((word, index) => [word, value(index)]);
}

const small = new Map([
  ...table(CARDINALS, (i) => i),
  ...table(TENS, (i) => 20 + 10 * i),
  ['fourty', 40] as const,
]);
const ordinal = new Map([
  ...table(ORDINALS, (i) => i),
  ...table(TENTHS, (i) => 20 + 10 * i),
  ['hundredth', 100] as const,
]);

const SCALES: ReadonlyMap<string, number> = new Map(
  [
    [1e3, 'thousand k'],
    [1e6, 'million mn mio mln'],
    [1e9, 'billion bn'],
    [1e12, 'trillion tn'],
  ].flatMap(([value, words]) =>
    String(words)
      .split(' ')
      .map((word): [string, number] => [word, Number(value)]),
  ),
);

const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ['quarters', 4],
]);

/** A cardinal from 0 to 90: zero to nineteen and the tens. */
export function cardinal(word: string | undefined): number | undefined {
  return small.get(word ?? '');
}

/** The rank an ordinal word names (ninth → 9). */
export function ordinalRank(word: string | undefined): number | undefined {
  return ordinal.get(word ?? '');
}

/** A power of a thousand by its word or suffix: thousand, k, million, bn … A plural counts only after a number. */
export function scaleNamed(word: string | undefined, afterNumber: boolean): number | undefined {
  const singular = afterNumber && word !== undefined && word.length > 4 ? word.replace(/s$/u, '') : word;
  return SCALES.get(singular ?? '');
}

/** The denominator a word names: half → 2, thirds → 3, fifth → 5. "second" and "first" name none. */
export function denominator(word: string | undefined): number | undefined {
  const part = PARTS.get(word ?? '');
  if (part !== undefined) return part;
  const rank = ordinalRank(word?.replace(/s$/u, ''));
  return rank !== undefined && rank >= 3 ? rank : undefined;
}

/** Whether a word is itself a number, a rank, a scale (millions too) or a part. */
export function isNumberWord(word: string): boolean {
  const scale = word.replace(/s$/u, '');
  return (
    small.has(word) ||
    ordinal.has(word) ||
    scale === 'hundred' ||
    scale === 'dozen' ||
    PARTS.has(word) ||
    (scale.length > 3 && SCALES.has(scale))
  );
}
