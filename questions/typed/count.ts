import { cardinal, ordinalRank, scaleNamed } from './number-words.ts';
import { numeralValue } from './numeral.ts';
import { readPart } from './part.ts';
import type { Read, Reading } from './part.ts';
import { isNumeral } from './quantity-tokens.ts';

/** A count in digits, words or both: 4,000 · 4k · "4 thousand" · "two million three hundred thousand" · 9th · ninth. */
export function readCount(tokens: readonly string[], at: number, reading: Reading): Read | undefined {
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
