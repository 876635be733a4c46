import { allNames, formsOf, namesOf } from '../glossary.ts';
import type { Glossary } from '../glossary.ts';
import { again, close, right, wrong } from '../verdict.ts';
import type { Verdict } from '../verdict.ts';
import { editDistance } from './distance.ts';
import { foldSpelling } from './fold.ts';
import { fixedWords, typoEdits } from './typo.ts';
import { unwrap } from './unwrap.ts';

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

function makeReady(key: PhraseKey, { glossary, rivals }: PhraseWorld): Ready {
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
  const others = [...allNames(glossary), ...rivals].map(foldSpelling);
  return {
    stated,
    forms,
    rejected,
    rejectedNames,
    others: new Set(
      [...others, ...rejectedNames.keys()].filter((folded) => folded !== '' && !forms.has(folded)),
    ),
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

/** "CSTO (Collective Security Treaty Organization)": several forms at once are right when each of them is. */
function isSeveralForms(given: string, ready: Ready): boolean {
  const parts = given.split(/[()[\]/,;=]|\s[-–—]\s|\sor\s/u).map(foldSpelling);
  const said = parts.filter((part) => part !== '');
  return said.length > 1 && said.every((part) => ready.forms.has(part));
}

/** Whether what was typed is as near to another name as it is to the form: the whole, or one misspelt word of it. */
function isNearOther(given: string, form: string, edits: number, others: ReadonlySet<string>): boolean {
  const words = form.split(' ');
  const slips = given.split(' ').filter((word, i) => word !== words[i]);
  return [...others].some(
    (other) =>
      editDistance(given, other, edits) <= edits ||
      (!other.includes(' ') && slips.some((slip) => editDistance(slip, other, edits) <= edits)),
  );
}

function judgeTypo(given: string, ready: Ready): Verdict | undefined {
  const slips = [...ready.forms].flatMap(([form, text]) => {
    const edits = typoEdits(form, given, ready.fixed);
    return edits === undefined ? [] : [{ form, text, edits }];
  });
  const nearest = slips.sort((a, b) => a.edits - b.edits)[0];
  if (nearest && !isNearOther(given, nearest.form, nearest.edits, ready.others)) return close(nearest.text);
  for (const [form, because] of ready.rejectedNames) {
    if (typoEdits(form, given, ready.fixed) !== undefined) return wrong('known-confusion', because);
  }
  return undefined;
}

/** "Putin, Vladimir" and "corruption and poverty", with their two halves changed about. */
function turned(typed: string, folded: string): readonly string[] {
  const byComma = typed.split(',').map(foldSpelling);
  const byAnd = folded.split(' and ');
  return [
    ...(byComma.length === 2 ? [byComma.reverse().join(' ').trim()] : []),
    ...(byAnd.length === 2 ? [byAnd.reverse().join(' and ')] : []),
  ];
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
export function phraseJudge(key: PhraseKey, world: PhraseWorld): (given: string) => Verdict {
  const ready = makeReady(key, world);
  return (given) => {
    const typed = given.trim();
    if (typed === '') return again('not-given');
    if (ready.raw.has(typed)) return right(typed === key.answer.trim() ? 'exact' : 'accepted');
    const folded = foldSpelling(typed);
    if (folded === '') return again('not-given');
    const readings = [...unwrap(folded), ...turned(typed, folded)];
    return (
      firstOf(readings, (text) => judgeKnown(text, key, ready)) ??
      (isSeveralForms(typed, ready) ? right('accepted') : undefined) ??
      firstOf(readings, (text) => judgeTypo(text, ready)) ??
      wrong('different')
    );
  };
}

/**
 * Judges a typed word or phrase. Right: any form of the answer, harmless words around it allowed. Close: a plausible slip
 * that is not as near to something else. A text the author rejects is wrong even where the glossary lists it as an alias.
 */
export function judgePhrase(given: string, key: PhraseKey, world: PhraseWorld): Verdict {
  return phraseJudge(key, world)(given);
}
