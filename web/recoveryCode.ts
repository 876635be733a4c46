import * as v from 'valibot';
import { LearnerKeySchema, type LearnerKey } from './keyFormat.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 8;
const OF_KEY = 4;
const IN_ALL = OF_KEY + 1;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const;

/** The first powers of the generator x of GF(32). */
const POWERS = [1, 2, 4, 8, 16, 5, 10, 20] as const;

/** How far one group of a code has come: not all of it is there, it fits its check character, or it does not. */
export type GroupState = 'open' | 'fits' | 'wrong';

/** A code as far as it is there: its groups, and the key in it or what is amiss. */
export interface CodeReading {
  readonly groups: readonly GroupState[];
  readonly key: LearnerKey | null;
  /** In a sentence; null where the key was read. */
  readonly problem: string | null;
  /** Only the end is missing: more of it may come. */
  readonly isUnfinished: boolean;
}

/**
 * A learner key to read out, copy and type: eight groups of four characters of the key and one that checks them. Every
 * wrong character, every exchange of neighbours in a group and every group in a wrong place is found, and its group known.
 */
export function codeOf(key: LearnerKey): string {
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const four = key.slice(group * OF_KEY, (group + 1) * OF_KEY);
    return four + checkOf(four, group);
  });
  return groups.join('-');
}

/** The key that a typed, pasted or scanned text holds, or what is amiss in a sentence. */
export function keyFrom(
  text: string,
): { readonly ok: true; readonly key: LearnerKey } | { readonly ok: false; readonly problem: string } {
  const { key, problem } = readCode(text);
  return key === null ? { ok: false, problem: problem ?? '' } : { ok: true, key };
}

/**
 * Reads a code while it is typed. Lower case, any spaces, hyphens and line breaks, O for 0, I and L for 1, and a whole
 * link with the code behind its # are all right.
 */
export function readCode(text: string): CodeReading {
  const parts = partsOf(text);
  const code = parts.join('');
  const groups = Array.from({ length: GROUPS }, (_, group) => stateOf(code, group));
  const problem = problemOf(code, parts, groups);
  const key =
    problem === null
      ? v.parse(LearnerKeySchema, groups.map((_, group) => fourOf(code, group)).join(''))
      : null;
  const isUnfinished = problem !== null && problem === thereWords(code);
  return { groups, key, problem, isUnfinished };
}

/** What stands between separators, in the characters that a key has. */
function partsOf(text: string): readonly string[] {
  const code = text.slice(text.lastIndexOf('#') + 1);
  return code
    .replace(/%20/g, ' ')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .split(/[\s\p{Pd}_.,:;/|\u200b\u00ad]+/u)
    .filter((part) => part !== '');
}

function problemOf(code: string, parts: readonly string[], groups: readonly GroupState[]): string | null {
  if (/^HTTPS?$/.test(parts[0] ?? '')) return 'There is no key in this link.';
  const foreign = foreignIn(code);
  if (foreign !== null) return `“${foreign}” stands in no key.`;
  const uneven = parts.length === GROUPS ? unevenIn(parts) : -1;
  if (uneven >= 0 && code.length !== GROUPS * IN_ALL)
    return `The ${ORDINALS[uneven]} group has ${parts[uneven]?.length} characters, not ${IN_ALL}.`;
  const wrong = groups.indexOf('wrong');
  if (wrong >= 0) return `The ${ORDINALS[wrong]} group does not fit.`;
  if (code.length > GROUPS * IN_ALL) return `There are more than ${GROUPS} groups.`;
  return code.length === GROUPS * IN_ALL ? null : thereWords(code);
}

function thereWords(code: string): string {
  return `${Math.floor(code.length / IN_ALL)} of ${GROUPS} groups are there.`;
}

/** The first group of another length; the last one may still grow. */
function unevenIn(parts: readonly string[]): number {
  return parts.findIndex(({ length }, at) => (at < GROUPS - 1 ? length !== IN_ALL : length > IN_ALL));
}

function foreignIn(code: string): string | null {
  return Array.from(code).find((character) => !CROCKFORD.includes(character)) ?? null;
}

function stateOf(code: string, group: number): GroupState {
  const check = code.charAt(group * IN_ALL + OF_KEY);
  if (check === '') return 'open';
  return check === checkOf(fourOf(code, group), group) ? 'fits' : 'wrong';
}

function fourOf(code: string, group: number): string {
  return code.slice(group * IN_ALL, group * IN_ALL + OF_KEY);
}

/**
 * A sum over GF(32). Each place of the group has its own power of the generator, and so has the group itself, as a summand:
 * with it a group that stands in another's place never fits, which no weights alone could promise.
 */
function checkOf(four: string, group: number): string {
  const sum = Array.from(four, (character, place) =>
    times(POWERS[place + 1] ?? 0, CROCKFORD.indexOf(character)),
  ).reduce((total, product) => total ^ product, POWERS[group] ?? 0);
  return CROCKFORD.charAt(sum);
}

/** The product in GF(32) with x^5 + x^2 + 1; a value that is none of it counts as 0. */
function times(a: number, b: number): number {
  let [product, factor] = [0, a];
  for (let rest = Math.max(b, 0); rest > 0; rest >>= 1) {
    if (rest & 1) product ^= factor;
    factor = factor & 16 ? (factor << 1) ^ 0b100101 : factor << 1;
  }
  return product;
}
