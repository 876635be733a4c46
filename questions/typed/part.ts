import { cardinal, denominator, scaleNamed } from './number-words.ts';
import { numeralValue } from './numeral.ts';
import type { Separator } from './numeral.ts';
import { isNumeral } from './quantity-tokens.ts';

/** How to read what can be read in two ways: `4.000`; `4 m` (metres, or millions); "fifth" (a rank, or a part). */
export interface Reading {
  separator: Separator;
  m: 'unit' | 'million';
  ordinal: 'rank' | 'part';
}

/** A number read from tokens, the index after it, and whether it was written as a part of one. */
export interface Read {
  value: number;
  next: number;
  part: boolean;
}

/** "half a million", "three quarters of a million": a part of a scale is a plain number. */
export function timesScale(tokens: readonly string[], read: Read): Read {
  let next = read.next;
  if (tokens[next] === 'of') next++;
  if (tokens[next] === 'a' || tokens[next] === 'an') next++;
  const scale = scaleNamed(tokens[next], false);
  return scale === undefined ? read : { value: read.value * scale, next: next + 1, part: false };
}

/** A fraction: 1/5, a fifth, one fifth, two thirds, half; "fifth" alone where it is to be read as a part. */
export function readPart(tokens: readonly string[], at: number, reading: Reading): Read | undefined {
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
