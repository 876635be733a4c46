import { allNames, formsOf, namesOf } from '../glossary.ts';
import type { Glossary } from '../glossary.ts';
import { again, close, right, wrong } from '../verdict.ts';
import type { Verdict } from '../verdict.ts';
import { editDistance } from './distance.ts';
import { foldSpelling } from './fold.ts';
import { readTyped } from './read-typed.ts';
import type { Typed } from './read-typed.ts';
import { fixedWords, typoEdits } from './typo.ts';

/** The key of a typed word or phrase: the answer, other right forms, and known confusions with the author's words. */
export interface PhraseKey {
  answer: string;
  accept?: readonly string[];
  reject?: readonly { text: string; because: string }[];
}

/** What else an answer could mean: the deck's glossary, and the texts of the distractors. */
export interface PhraseWorld {
  glossary: Glossary;
  rivals: readonly string[];
}

/** A glossary, and all that a text could mean instead of an answer, folded. */
interface FoldedWorld {
  glossary: Glossary;
  others: ReadonlySet<string>;
}

/** A key made ready; every map goes from the folded form. */
interface Ready {
  stated: ReadonlyMap<string, string>;
  forms: ReadonlyMap<string, string>;
  rejected: ReadonlyMap<string, string>;
  rejectedNames: ReadonlyMap<string, string>;
  others: ReadonlySet<string>;
  fixed: ReadonlySet<string>;
  raw: ReadonlySet<string>;
}

/** Folded form → text, in the order given; the first of two that fold alike stays. */
function byFold(texts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const text of texts) {
    const folded = foldSpelling(text);
    if (folded !== '' && !found.has(folded)) found.set(folded, text);
  }
  return found;
}

const foldedNames = new WeakMap<Glossary, readonly string[]>();

const foldedWorlds = new WeakMap<PhraseWorld, FoldedWorld>();

/** The world made ready for any number of keys; the same world is made ready once. */
export function foldWorld(world: PhraseWorld): FoldedWorld {
  const { glossary, rivals } = world;
  const known = foldedWorlds.get(world);
  if (known !== undefined) return known;
  const names = foldedNames.get(glossary) ?? allNames(glossary).map(foldSpelling);
  foldedNames.set(glossary, names);
  const folded = { glossary, others: new Set([...names, ...rivals.map(foldSpelling)]) };
  foldedWorlds.set(world, folded);
  return folded;
}

function makeReady(key: PhraseKey, { glossary, others }: FoldedWorld): Ready {
  const stated = byFold([key.answer, ...(key.accept ?? [])]);
  const reject = key.reject ?? [];
  const rejected = new Map(reject.map(({ text, because }) => [foldSpelling(text), because]));
  const rejectedNames = new Map(
    reject.flatMap(({ text, because }) =>
      namesOf(glossary, text).map((name): [string, string] => [foldSpelling(name), because]),
    ),
  );
  const texts = formsOf(glossary, key.answer, key.accept);
  const forms = new Map([...byFold(texts)].filter(([folded]) => stated.has(folded) || !rejected.has(folded)));
  return {
    stated,
    forms,
    rejected,
    rejectedNames,
    others,
    fixed: fixedWords(texts),
    raw: new Set([key.answer, ...(key.accept ?? [])].map((text) => text.trim())),
  };
}

/** The verdict on a folded answer that is, letter for letter, a form that the key or its world knows. */
function judgeKnown(folded: string, key: PhraseKey, ready: Ready): Verdict | undefined {
  if (ready.stated.get(folded) === key.answer) return right('exact');
  if (ready.forms.has(folded)) return right('accepted');
  const because = ready.rejected.get(folded) ?? ready.rejectedNames.get(folded);
  if (because !== undefined) return wrong('known-confusion', because);
  return ready.others.has(folded) ? wrong('other-entry') : undefined;
}

/** Whether what was typed is as near to another name as it is to the form: the whole, or one misspelt word of it. */
function isNearOther(given: string, form: string, edits: number, ready: Ready): boolean {
  const isNear = (text: string, other: string) => editDistance(text, other, edits) <= edits;
  const words = form.split(' ');
  const slips = given
    .split(' ')
    .flatMap((typed, i) => (typed === words[i] ? [] : [{ typed, meant: words[i] }]));
  return [...ready.others, ...ready.rejectedNames.keys()].some(
    (other) =>
      !ready.forms.has(other) &&
      (isNear(given, other) ||
        (!other.includes(' ') && slips.some(({ typed, meant }) => other !== meant && isNear(typed, other)))),
  );
}

function judgeTypo(given: string, ready: Ready): Verdict | undefined {
  const slips = [...ready.forms].flatMap(([form, text]) => {
    const edits = typoEdits(form, given, ready.fixed);
    return edits === undefined ? [] : [{ form, text, edits }];
  });
  const nearest = slips.sort((a, b) => a.edits - b.edits)[0];
  if (nearest && !isNearOther(given, nearest.form, nearest.edits, ready)) return close(nearest.text);
  for (const [form, because] of ready.rejectedNames) {
    if (typoEdits(form, given, ready.fixed) !== undefined) return wrong('known-confusion', because);
  }
  return undefined;
}

function firstOf(
  texts: readonly string[],
  judge: (text: string) => Verdict | undefined,
): Verdict | undefined {
  for (const text of texts) {
    const verdict = judge(text);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

/** A judge for one key, made ready once; see `judgePhrase`. */
export function phraseJudge(key: PhraseKey, world: FoldedWorld): (typed: Typed) => Verdict {
  const ready = makeReady(key, world);
  return ({ text, folded, readings, parts }) => {
    if (text === '') return again('not-given');
    if (ready.raw.has(text)) return right(text === key.answer.trim() ? 'exact' : 'accepted');
    if (folded === '') return again('not-given');
    const isSeveralForms = parts.length > 1 && parts.every((part) => ready.forms.has(part));
    return (
      firstOf(readings, (reading) => judgeKnown(reading, key, ready)) ??
      (isSeveralForms ? right('accepted') : undefined) ??
      firstOf(readings, (reading) => judgeTypo(reading, ready)) ??
      wrong('different')
    );
  };
}

/**
 * Judges a typed word or phrase. Right: any form of the answer, harmless words around it allowed. Close: a plausible slip
 * that is not as near to something else. Wrong: any text over 200 characters. A text the author rejects is wrong even where the glossary lists it as an alias.
 */
export function judgePhrase(given: string, key: PhraseKey, world: PhraseWorld): Verdict {
  return phraseJudge(key, foldWorld(world))(readTyped(given));
}
