import { entryNamed, namesOf, type Glossary } from '../glossary.ts';
import type { Place } from '../passage.ts';
import { readQuantity } from '../typed/quantity.ts';
import { singular, unitNamed } from '../typed/unit.ts';
import { quoted, type Remark } from './finding.ts';
import type { Posed, Wrong } from './subject.ts';

const LEAST_SHARE = 0.2;
const MOST_TIMES = 5;

/** Wrong options that stand beside the right one in a list of the passage, and so may be right as well. */
export function alsoTrue({ question, fact, keys, wrongs }: Posed, glossary: Glossary): readonly Remark[] {
  if (question.kind === 'match') return [];
  return wrongs.flatMap(({ text, path }): readonly Remark[] => {
    const key = keys.find((one) =>
      areListedTogether(fact.passage.exact, namesOf(glossary, one.text), namesOf(glossary, text)),
    );
    if (key === undefined) return [];
    const message = `${quoted(text)} stands in one list with ${quoted(key.text)} in the passage: make sure that it is wrong`;
    return [{ rule: 'distractor-also-true', path, message }];
  });
}

function areListedTogether(passage: string, some: readonly string[], others: readonly string[]): boolean {
  return some.some((a) => others.some((b) => gapsBetween(passage, a, b).some(isListGap)));
}

/** What stands between two phrases of a passage, for each pair of their occurrences. */
function gapsBetween(passage: string, a: string, b: string): readonly string[] {
  const others = placesOf(passage, b);
  return placesOf(passage, a).flatMap((one) =>
    others.flatMap((other) => {
      const [first, second] = one.start < other.start ? [one, other] : [other, one];
      return first.end <= second.start ? [passage.slice(first.end, second.start)] : [];
    }),
  );
}

/** Where a phrase stands in a text as whole words, whatever its case. */
function placesOf(text: string, phrase: string): readonly Place[] {
  const [whole, part] = [text.toLowerCase(), phrase.toLowerCase()];
  const places: Place[] = [];
  if (part === '') return places;
  for (let start = whole.indexOf(part); start >= 0; start = whole.indexOf(part, start + 1)) {
    const end = start + part.length;
    if (!/[\p{L}\p{N}]/u.test(`${whole[start - 1] ?? ''}${whole[end] ?? ''}`)) places.push({ start, end });
  }
  return places;
}

/** Only commas, "and" and other names: the two are items of one list. */
function isListGap(gap: string): boolean {
  const rest = gap.replace(/\b(?:and|or|as well as)\b/gi, ',').replace(/\p{Lu}[\p{L}\p{M}-]*|\d+/gu, '');
  return rest.includes(',') && /^[\s,]*$/.test(rest);
}

/** Wrong options that are another kind of thing than the right one, and so fall out at once. */
export function optionType({ question, keys, wrongs }: Posed, glossary: Glossary): readonly Remark[] {
  if (question.kind === 'match') return [];
  return wrongs.flatMap((wrong): readonly Remark[] => {
    const reasons = keys.map((key) => mismatch(key.text, wrong, glossary));
    const [reason] = reasons;
    if (reason === undefined || reasons.includes(undefined)) return [];
    return [
      {
        rule: 'option-type',
        path: wrong.path,
        message: `${quoted(wrong.text)} ${reason}: take something like the answer`,
      },
    ];
  });
}

function mismatch(key: string, { text }: Wrong, glossary: Glossary): string | undefined {
  const [wanted, given] = [kindOf(glossary, key), kindOf(glossary, text)];
  if (wanted !== undefined && given !== undefined)
    return wanted === given ? undefined : `is a ${given} beside a ${wanted}`;
  const [right] = readQuantity(key);
  const [wrong] = readQuantity(text);
  if (right === undefined) return undefined;
  if (wrong === undefined) return `is no number beside ${quoted(key)}`;
  if (!areOneUnit(right.unit, wrong.unit)) return `has another unit than ${quoted(key)}`;
  const ratio = wrong.value / right.value;
  return ratio < LEAST_SHARE || ratio > MOST_TIMES
    ? `is too far from ${quoted(key)} to be thought of`
    : undefined;
}

function kindOf(glossary: Glossary, text: string): string | undefined {
  const name = entryNamed(glossary, text);
  return name === undefined ? undefined : glossary[name]?.kind;
}

function areOneUnit(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  if (singular(a) === singular(b)) return true;
  const [one, other] = [unitNamed(a), unitNamed(b)];
  return one !== undefined && one.factor === other?.factor && one.dimension === other.dimension;
}
