import type { Glossary, GlossaryEntry } from '../glossary.ts';
import { foldSpelling } from '../typed/fold.ts';
import { acronymsIn } from './acronyms.ts';
import { frequentTerms } from './frequentTerms.ts';
import { isTitled, nameKind, type NameKind } from './nameKind.ts';
import { nameRunsIn, type NameRun } from './nameRuns.ts';
import type { Sentence } from './sentence.ts';

/** So many names are proposed: more would nobody read through. */
const NAMES_MAX = 80;

/** A name with its places, on the way to an entry. */
interface Candidate {
  readonly name: string;
  readonly runs: readonly NameRun[];
  readonly kind: NameKind | undefined;
}

/**
 * The names that a document uses, with what they name and their other forms, for its author to correct: those of
 * several words, acronyms with what they stand for, surnames with their full name, and its frequent terms.
 */
export function proposeGlossary(document: string, sentences: readonly Sentence[]): Glossary {
  const candidates = candidatesIn(sentences);
  const entries = new Map<string, { kind: string; aliases: string[] }>();
  const taken = new Map<string, string>();
  const claim = (form: string, name: string): boolean => {
    const folded = foldSpelling(form);
    if (folded === '' || taken.has(folded)) return false;
    taken.set(folded, name);
    return true;
  };
  const enter = (name: string, kind: string, aliases: readonly string[]) => {
    if (!claim(name, name)) return;
    entries.set(name, { kind, aliases: aliases.filter((alias) => claim(alias, name)) });
  };
  for (const { acronym, expansion } of acronymsIn(plain(document)))
    enter(expansion, kindOfAcronym(expansion, candidates), acronymForms(acronym));
  for (const candidate of persons(candidates))
    enter(candidate.name, 'person', shortForms(candidate, candidates));
  for (const { name, kind, runs } of candidates)
    if (kind !== 'person' && isKnown(name, kind, runs)) enter(name, kind ?? 'term', []);
  for (const { term, aliases } of frequentTerms(sentences, [...taken.keys()])) enter(term, 'term', aliases);
  return Object.fromEntries(
    [...entries].slice(0, NAMES_MAX).map(([name, entry]): [string, GlossaryEntry] => [name, entry]),
  );
}

/** What it names is told, or it is named twice inside sentences. */
function isKnown(name: string, kind: NameKind | undefined, runs: readonly NameRun[]): boolean {
  return (
    kind !== undefined ||
    (name.length > 3 && runs.filter(({ isFirst, isAttribute }) => !isFirst && !isAttribute).length >= 2)
  );
}

function plain(document: string): string {
  return document.replace(/[^\S\n]*\n[^\S\n]*(?=\S)/g, ' ');
}

/** "Csto" is written "CSTO" as well. */
function acronymForms(acronym: string): readonly string[] {
  const upper = acronym.toUpperCase();
  return acronym === upper ? [upper] : [upper, acronym];
}

function kindOfAcronym(expansion: string, candidates: readonly Candidate[]): string {
  const known = candidates.find(({ name }) => name === expansion)?.kind;
  return known ?? nameKind(expansion, []) ?? 'term';
}

/** Every name with all places where it stands, the most frequent first. */
function candidatesIn(sentences: readonly Sentence[]): readonly Candidate[] {
  const places = new Map<string, NameRun[]>();
  for (const run of sentences.flatMap(nameRunsIn))
    places.set(run.text, [...(places.get(run.text) ?? []), run]);
  return [...places]
    .filter(([name, runs]) => isName(name, runs))
    .map(([name, runs]): Candidate => ({ name, runs, kind: nameKind(name, runs) }))
    .sort((a, b) => b.runs.length - a.runs.length || (a.name < b.name ? -1 : 1));
}

/** Several words, or a capital that is not owed to the beginning of a sentence; no mere "Kazakh" as in "Kazakh population". */
function isName(name: string, runs: readonly NameRun[]): boolean {
  if (name.length < 2 || isGlued(name) || COMMON.test(name) || runs.every(({ isAttribute }) => isAttribute))
    return false;
  return runs.some(({ isFirst }) => !isFirst) || /\p{L}\s\p{Lu}/u.test(name);
}

/** Halves of names, which name nothing alone. */
const COMMON =
  /^(?:Republic|Union|States?|Kingdom|Empire|River|Lake|Mountains?|Sea|Ocean|Islands?|City|University|Company|Bank|Party|Council|Parliament|Government|Army|North|South|East|West|Central|People|Treaty|Act|War)$/;

/** Words glued together by an accident: "theSoviet Union". */
function isGlued(name: string): boolean {
  return /(?:^|\s)\p{Ll}+\p{Lu}|^\p{Ll}/u.test(name);
}

/** Full names of persons: those with a title, and those whose surname stands alone elsewhere. */
function persons(candidates: readonly Candidate[]): readonly Candidate[] {
  const full = candidates.filter(
    ({ name, kind }) =>
      kind === 'person' || (kind === undefined && isFullName(name) && hasShortForm(name, candidates)),
  );
  const sure = full.filter(({ runs }) => runs.some(isTitled));
  const own = full.map((candidate) => ({ ...candidate, name: withoutOther(candidate, sure) }));
  return own
    .filter(({ name }) => !isPartOf(name, full))
    .sort((a, b) => b.name.split(' ').length - a.name.split(' ').length);
}

function isFullName(name: string): boolean {
  return /^(?:\p{Lu}[\p{L}.’'-]*\s){1,3}\p{Lu}[\p{L}’'-]+$/u.test(name);
}

function hasShortForm(name: string, candidates: readonly Candidate[]): boolean {
  return name
    .split(' ')
    .some((part) =>
      candidates.some((other) => other.name === part && other.kind !== 'place' && standsBare(other)),
    );
}

/** Persons' names take no article. */
function standsBare({ runs }: Candidate): boolean {
  return runs.every(({ before }) => !/^(?:the|an?)$/.test(before.at(-1) ?? ''));
}

/** Two persons side by side by a word left out: "Xi Jinping Tokayev", where "Tokayev" is somebody else's surname. */
function withoutOther({ name }: Candidate, sure: readonly Candidate[]): string {
  const parts = name.split(' ');
  const surname = parts.at(-1);
  const other = sure.find((one) => one.name !== name && one.name.endsWith(` ${surname}`));
  return other !== undefined && parts.length > 2 ? parts.slice(0, -1).join(' ') : name;
}

function isPartOf(name: string, full: readonly Candidate[]): boolean {
  return (
    !name.includes(' ') && full.some((other) => other.name !== name && other.name.split(' ').includes(name))
  );
}

/** The parts of a full name that stand alone in the document and are nobody else's. */
function shortForms(
  { name }: { readonly name: string },
  candidates: readonly Candidate[],
): readonly string[] {
  const parts = name.split(' ');
  if (parts.length < 2) return [];
  return parts.filter(
    (part) => part.length > 1 && candidates.some((one) => one.name === part) && isOwn(part, name, candidates),
  );
}

function isOwn(part: string, name: string, candidates: readonly Candidate[]): boolean {
  return candidates.every(
    (other) =>
      other.name === part ||
      other.name === name ||
      other.name.startsWith(`${name} `) ||
      !isFullName(other.name) ||
      !other.name.split(' ').includes(part) ||
      other.kind === undefined,
  );
}
