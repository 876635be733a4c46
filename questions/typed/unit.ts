import { fold } from './fold.ts';

/** A measure: what it measures, and how many of the dimension's base unit it is. */
export interface Unit {
  dimension: string;
  factor: number;
}

/** Dimension, factor to its base unit (m, m², kg, s, year, one), names. Calendar time and clock time stay apart. */
const TABLE: readonly (readonly [string, number, string])[] = [
  ['length', 0.001, 'mm|millimetre|millimeter'],
  ['length', 0.01, 'cm|centimetre|centimeter'],
  ['length', 0.3048, 'ft|foot|feet'],
  ['length', 1, 'm|metre|meter|mtr'],
  ['length', 1000, 'km|kilometre|kilometer|kms'],
  ['length', 1609.344, 'mi|mile'],
  ['area', 1, 'm2|sq m|square metre|square meter'],
  ['area', 1e4, 'ha|hectare'],
  ['area', 1e6, 'km2|sq km|square kilometre|square kilometer|square km'],
  ['area', 2589988.110336, 'sq mi|square mile'],
  ['volume', 0.001, 'l|litre|liter'],
  ['volume', 0.158987294928, 'bbl|barrel'],
  ['volume', 1, 'm3|cubic metre|cubic meter'],
  ['mass', 0.001, 'g|gram|gramme'],
  ['mass', 1, 'kg|kilo|kilogram|kilogramme'],
  ['mass', 1000, 't|tonne|metric ton'],
  ['clock', 1, 's|sec|second'],
  ['clock', 60, 'min|minute'],
  ['clock', 3600, 'h|hr|hour'],
  ['clock', 86400, 'd|day'],
  ['clock', 604800, 'week'],
  ['calendar', 1 / 12, 'month'],
  ['calendar', 1, 'yr|year'],
  ['calendar', 10, 'decade'],
  ['calendar', 100, 'century'],
  ['ratio', 0.01, '%|percent|per cent|pct'],
  ['ratio', 1, 'ratio'],
  ['dollar', 1, '$|usd|us dollar|dollar'],
  ['euro', 1, '€|eur|euro'],
  ['pound', 1, '£|gbp|pound sterling'],
];

const units: ReadonlyMap<string, Unit> = new Map(
  TABLE.flatMap(([dimension, factor, names]) =>
    names.split('|').map((name): [string, Unit] => [name, { dimension, factor }]),
  ),
);

const IRREGULAR: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  children: 'child',
  persons: 'people',
  person: 'people',
};

/** The folded text with its last word in the singular ("Member States" → "member state", "persons" → "people"). */
export function singular(text: string): string {
  return fold(text).replace(/[\p{L}]+$/u, (word) => {
    if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word] ?? word;
    if (/(?:[^aeiou])ies$/u.test(word)) return word.replace(/ies$/u, 'y');
    if (/(?:x|ch|sh|ss)es$/u.test(word)) return word.replace(/es$/u, '');
    return /[^s]s$/u.test(word) && word.length > 2 ? word.replace(/s$/u, '') : word;
  });
}

/** The measure a text names, in the singular or the plural; undefined for counted nouns and unknown units. */
export function unitNamed(text: string): Unit | undefined {
  return units.get(fold(text)) ?? units.get(singular(text));
}

/** The noun in the singular; whoever counts soldiers, troops or men counts people. */
function counted(text: string): string {
  return singular(text).replace(/(?<!\S)(?:soldier|troop|man)$/u, 'people');
}

/** Whether the text counts the noun: "soldiers", "Russian soldiers", "troops" and "men" count soldiers; "tanks" do not. */
export function countsNoun(text: string, noun: string): boolean {
  const [given, wanted] = [counted(text), counted(noun)];
  return given === wanted || given.endsWith(` ${wanted}`);
}
