/** Answers and questions as an attempt keeps them: short, so that a segment fits beside its key (1,024 bytes). */
import type { CompiledDeck } from '../compile.ts';
import type { Answer, Pair } from '../kind.ts';
import type { View } from '../kinds.ts';
import type { Coded } from './attempt.ts';
import type { QuestionRef } from './ids.ts';
import { refsIn } from './testQuestion.ts';

/** What an option that the deck no longer has is decoded to. */
export const GONE = '(an option that is gone)';

const CODE_LENGTH = 6;
const SIXTY_FOUR = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Six characters of base64url for any text: 36 bits of cyrb53 (public domain, github.com/bryc/code). Among 300 texts two
 * share a code once in 1.5 million decks. Not for secrets.
 */
export function textCode(text: string): string {
  const [low, high] = mixed(text);
  const bits = (high & 15) * 2 ** 32 + low;
  return Array.from({ length: CODE_LENGTH }, (_, at) =>
    SIXTY_FOUR.charAt(Math.floor(bits / 64 ** at) % 64),
  ).join('');
}

/** An answer as it is kept: texts of the question's view as codes, any other as it is. */
export function codeAnswer(view: View, answer: Answer): Coded {
  const codes = codesOf(view);
  return eachText(answer, (text) => {
    const code = textCode(text);
    return codes.get(code) === text ? `#${code}` : `=${text}`;
  });
}

/** The answer that was kept, `GONE` in place of each option that the view no longer has. */
export function decodeAnswer(view: View, coded: Coded): Answer {
  const codes = codesOf(view);
  return eachText(coded, (text) =>
    text.startsWith('#') ? (codes.get(text.slice(1)) ?? GONE) : text.slice(1),
  );
}

/** Questions as an attempt's start keeps them: six characters each, joined. */
export function codeRefs(refs: readonly QuestionRef[]): string {
  return refs.map(textCode).join('');
}

/** The questions that were kept, in their order; null for one that is no longer in the deck. */
export function refsOf(compiled: CompiledDeck, codes: string): readonly (QuestionRef | null)[] {
  const known = refCodes.get(compiled) ?? new Map(refsIn(compiled).map((ref) => [textCode(ref), ref]));
  refCodes.set(compiled, known);
  return Array.from(
    { length: Math.floor(codes.length / CODE_LENGTH) },
    (_, at) => known.get(codes.slice(at * CODE_LENGTH, (at + 1) * CODE_LENGTH)) ?? null,
  );
}

const refCodes = new WeakMap<CompiledDeck, ReadonlyMap<string, QuestionRef>>();

/** Code → text of the view; a code that two of its texts share stands for neither. Made once a view. */
function codesOf(view: View): ReadonlyMap<string, string> {
  const known = codesByView.get(view) ?? makeCodes(view);
  codesByView.set(view, known);
  return known;
}

const codesByView = new WeakMap<View, ReadonlyMap<string, string>>();

function makeCodes(view: View): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const shared = new Set<string>();
  for (const text of new Set(ownTexts(view))) {
    const code = textCode(text);
    if (codes.has(code)) shared.add(code);
    codes.set(code, text);
  }
  for (const code of shared) codes.delete(code);
  return codes;
}

/** The texts of a view that an answer is chosen from. */
function ownTexts(view: View): readonly string[] {
  switch (view.kind) {
    case 'choice':
    case 'multiple':
    case 'judge':
      return view.options;
    case 'order':
      return view.items;
    case 'match':
      return [...view.lefts, ...view.rights];
    case 'evidence':
      return view.sentences;
    case 'cloze':
    case 'short':
    case 'number':
    case 'list':
      return [];
  }
}

/** The same answer with every text in it changed. */
function eachText(answer: Answer, change: (text: string) => string): Coded {
  if (answer === null) return null;
  if (typeof answer === 'string') return change(answer);
  if (areTexts(answer)) return answer.map(change);
  return answer.map(([left, right]): [string, string] => [change(left), change(right)]);
}

function areTexts(items: readonly string[] | readonly Pair[]): items is readonly string[] {
  return items.every((item: string | Pair) => typeof item === 'string');
}

/** Two 32-bit mixes of a text's UTF-16 code units, as unsigned integers. */
function mixed(text: string): readonly [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  const first = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  const second = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return [first >>> 0, second >>> 0];
}
