import { isNumberWord } from './number-words.ts';
import { readCount } from './count.ts';
import { readPart, timesScale } from './part.ts';
import type { Read, Reading } from './part.ts';
import { isNumeral, quantityTokens } from './quantity-tokens.ts';

/** A number that a text gives. */
export interface Quantity {
  value: number;
  /** The unit or counted noun after it, as typed in lower case; absent when there is none. */
  unit?: string;
  /** Written as a part of one: a fifth, 1/5, one in five. */
  part: boolean;
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
