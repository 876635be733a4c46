import { cardinal, denominator, isNumberWord, ordinalRank, scaleNamed } from './number-words.ts';
import { numeralValue } from './numeral.ts';
import type { Separator } from './numeral.ts';
import { isNumeral, quantityTokens } from './quantity-tokens.ts';

/** A number that a text gives. */
export interface Quantity {
  value: number;
  /** The unit or counted noun after it, as typed in lower case; absent when there is none. */
  unit?: string;
  /** Written as a part of one: a fifth, 1/5, one in five. */
  part: boolean;
}

/** How to read what can be read in two ways: `4.000`; `4 m` (metres, or millions); "fifth" (a rank, or a part). */
interface Reading {
  separator: Separator;
  m: 'unit' | 'million';
  ordinal: 'rank' | 'part';
}

const PLAIN: Reading = { separator: 'group', m: 'unit', ordinal: 'rank' };
const READINGS: readonly Reading[] = [
  PLAIN,
  { ...PLAIN, separator: 'decimal' },
  { ...PLAIN, m: 'million' },
  { ...PLAIN, m: 'million', separator: 'decimal' },
  { ...PLAIN, ordinal: 'part' },
];

/** Longer than any quantity that is typed in earnest; bounds the work on hostile input. */
const MOST_CHARACTERS = 200;
const MOST_IN = 1000;

/** After these words a tail says more about the thing, not about the unit: "20 % of the gas", "7,000 km long". */
const ENDS_UNIT = new Set('of in from for on at with by that which long wide large high old ago'.split(' '));
/** In a tail these make another number, or the opposite, of what was read. */
const UNSAYS = new Set('or and not nor to than minus less plus without - / * + ='.split(' '));
const CURRENCY = new Set(['$', '€', '£']);

interface Read {
  value: number;
  next: number;
  part: boolean;
}

/** Every number that a text can be read as, the likeliest first; empty when it is not one number with or without a unit. */
export function readQuantity(text: string): readonly Quantity[] {
  if (text.length > MOST_CHARACTERS) return [];
  const tokens = quantityTokens(text);
  const found = READINGS.map((reading) => readWhole(tokens, reading)).filter(
    (quantity) => quantity !== undefined,
  );
  return found.filter(
    (one, i) =>
      found.findIndex((o) => o.value === one.value && o.unit === one.unit && o.part === one.part) === i,
  );
}

/** The likeliest number that a text gives, or the problem with it. */
export function parseQuantity(text: string): Quantity | { problem: 'not-given' | 'not-a-number' } {
  if (text.trim() === '') return { problem: 'not-given' };
  return readQuantity(text)[0] ?? { problem: 'not-a-number' };
}

function readWhole(tokens: readonly string[], reading: Reading): Quantity | undefined {
  const money = CURRENCY.has(tokens[0] ?? '') ? tokens[0] : undefined;
  const start = money === undefined ? 0 : 1;
  const isNegative = tokens[start] === '-' || tokens[start] === 'minus';
  const read = readShare(tokens, start + (isNegative || tokens[start] === '+' ? 1 : 0), reading);
  if (read === undefined) return undefined;
  const tail = tokens.slice(read.next);
  if (tail.some((token) => isNumeral(token) || isNumberWord(token) || UNSAYS.has(token))) return undefined;
  const cut = tail.findIndex((token) => ENDS_UNIT.has(token));
  const unit = [...(cut === -1 ? tail : tail.slice(0, cut)), ...(money === undefined ? [] : [money])].join(
    ' ',
  );
  const quantity = { value: isNegative ? -read.value : read.value, part: read.part };
  return unit === '' ? quantity : { ...quantity, unit };
}

/** A number, or a share of one: "one in five", "2 out of 5", "half a million". */
function readShare(tokens: readonly string[], at: number, reading: Reading): Read | undefined {
  const read = readPart(tokens, at, reading) ?? readCount(tokens, at, reading);
  if (read === undefined) return undefined;
  if (read.part) return timesScale(tokens, read);
  const divisorAt =
    tokens[read.next] === 'in' ? read.next + 1 : tokens[read.next] === 'out' ? read.next + 2 : -1;
  const whole = divisorAt === -1 ? undefined : readCount(tokens, divisorAt, reading);
  if (whole === undefined || whole.value <= read.value || whole.value > MOST_IN) return read;
  return { value: read.value / whole.value, next: whole.next, part: true };
}

/** "half a million", "three quarters of a million": a part of a scale is a plain number. */
function timesScale(tokens: readonly string[], read: Read): Read {
  let next = read.next;
  if (tokens[next] === 'of') next++;
  if (tokens[next] === 'a' || tokens[next] === 'an') next++;
  const scale = scaleNamed(tokens[next], false);
  return scale === undefined ? read : { value: read.value * scale, next: next + 1, part: false };
}

/** A fraction: 1/5, a fifth, one fifth, two thirds, half; "fifth" alone where it is to be read as a part. */
function readPart(tokens: readonly string[], at: number, reading: Reading): Read | undefined {
  const hasArticle = tokens[at] === 'a' || tokens[at] === 'an' || tokens[at] === 'the';
  const from = hasArticle ? at + 1 : at;
  const lone = denominator(tokens[from]);
  if (lone !== undefined) {
    const isPart =
      lone === 2 || lone === 4 || tokens[at] === 'a' || tokens[at] === 'an' || reading.ordinal === 'part';
    return isPart && !tokens[from]?.endsWith('s')
      ? { value: 1 / lone, next: from + 1, part: true }
      : undefined;
  }
  const top = simpleValue(tokens[from], reading);
  if (top === undefined) return undefined;
  if (tokens[from + 1] === '/') {
    const under = isNumeral(tokens[from + 2]) ? simpleValue(tokens[from + 2], reading) : undefined;
    return under === undefined || under === 0
      ? undefined
      : { value: top / under, next: from + 3, part: true };
  }
  const under = denominator(tokens[from + 1]);
  const agrees = top === 1 || tokens[from + 1]?.endsWith('s') === true;
  return under !== undefined && agrees ? { value: top / under, next: from + 2, part: true } : undefined;
}

function simpleValue(token: string | undefined, { separator }: Reading): number | undefined {
  return isNumeral(token) ? numeralValue(token, separator) : cardinal(token);
}

/** A count in digits, words or both: 4,000 · 4k · "4 thousand" · "two million three hundred thousand" · 9th · ninth. */
function readCount(tokens: readonly string[], at: number, reading: Reading): Read | undefined {
  let next = tokens[at] === 'a' || tokens[at] === 'an' || tokens[at] === 'the' ? at + 1 : at;
  let total = 0;
  let group: number | undefined =
    next > at && tokens[at] !== 'the' && isMultiplier(tokens[next]) ? 1 : undefined;
  let lastScale = Infinity;
  let hasRead = false;
  for (; next < tokens.length; next++) {
    const token = tokens[next];
    const scale = scaleOf(token, reading, group !== undefined);
    const added = addTo(group, token, reading);
    if (added !== undefined) group = added;
    else if (scale !== undefined && scale < lastScale && (group !== undefined || !hasRead)) {
      total += (group ?? 1) * scale;
      group = undefined;
      lastScale = scale;
    } else if (ordinalRank(token) !== undefined) {
      const rank = addTo(group, token, reading, true);
      return rank === undefined ? undefined : { value: total + rank, next: next + 1, part: false };
    } else if (!(token === 'and' && hasRead && addTo(group ?? 0, tokens[next + 1], reading) !== undefined))
      break;
    hasRead = true;
  }
  if (!hasRead) return undefined;
  return withFraction(tokens, { value: total + (group ?? 0), next, part: false }, reading);
}

function isMultiplier(token: string | undefined): boolean {
  return token === 'hundred' || token === 'dozen' || scaleNamed(token, false) !== undefined;
}

function scaleOf(token: string | undefined, { m }: Reading, afterNumber: boolean): number | undefined {
  if (token === 'm' || token === 'b')
    return afterNumber && m === 'million' ? (token === 'm' ? 1e6 : 1e9) : undefined;
  return scaleNamed(token, afterNumber);
}

/** The group of digits so far with one more word of it ("twenty" then "five"); undefined when it does not belong there. */
function addTo(
  group: number | undefined,
  token: string | undefined,
  reading: Reading,
  asRank = false,
): number | undefined {
  if (isNumeral(token))
    return group === undefined || group === 0 ? numeralValue(token, reading.separator) : undefined;
  if (token === 'hundred' && (group ?? 1) < 100) return (group ?? 1) * 100;
  if (token === 'dozen') return (group ?? 1) * 12;
  const value = asRank ? ordinalRank(token) : cardinal(token);
  if (value === undefined) return undefined;
  if (group === undefined || group === 0 || (group % 100 === 0 && group >= 100)) return (group ?? 0) + value;
  return group % 10 === 0 && group % 100 >= 20 && value > 0 && value < 10 ? group + value : undefined;
}

/** "two and a half", "2 1/2", then perhaps a scale; "9th": the suffix of a rank is passed over. */
function withFraction(tokens: readonly string[], read: Read, reading: Reading): Read {
  if (/^(?:st|nd|rd|th)$/u.test(tokens[read.next] ?? '') && isNumeral(tokens[read.next - 1])) {
    return { ...read, next: read.next + 1 };
  }
  const from = tokens[read.next] === 'and' ? read.next + 1 : read.next;
  const isWritten = from > read.next || (isNumeral(tokens[from]) && tokens[from + 1] === '/');
  const part = isWritten ? readPart(tokens, from, reading) : undefined;
  if (part === undefined || part.value >= 1) return read;
  const scale = scaleNamed(tokens[part.next], true);
  const value = read.value + part.value;
  return scale === undefined
    ? { value, next: part.next, part: false }
    : { value: value * scale, next: part.next + 1, part: false };
}
