import { foldSpelling } from './typed/fold.ts';

/** One name of a deck's glossary: what kind of thing it names, and its other names. */
export interface GlossaryEntry {
  kind: string;
  aliases: readonly string[];
}

/** A deck's glossary: name → entry. Read by the drafter, the lint and the grader alike. */
export type Glossary = Readonly<Record<string, GlossaryEntry>>;

interface Folded {
  name: string;
  forms: readonly string[];
  folded: readonly string[];
}

const foldedOf = new WeakMap<Glossary, readonly Folded[]>();

function foldedEntries(glossary: Glossary): readonly Folded[] {
  const known = foldedOf.get(glossary);
  if (known !== undefined) return known;
  const made = Object.entries(glossary).map(([name, entry]) => {
    const forms = [name, ...entry.aliases];
    return { name, forms, folded: forms.map(foldSpelling) };
  });
  foldedOf.set(glossary, made);
  return made;
}

function find(glossary: Glossary, text: string): Folded | undefined {
  const wanted = foldSpelling(text);
  if (wanted === '') return undefined;
  const entries = foldedEntries(glossary);
  return (
    entries.find(({ folded }) => folded[0] === wanted) ??
    entries.find(({ folded }) => folded.includes(wanted))
  );
}

/** The name of the entry that `text` names, by its name or else by an alias; undefined when there is none. */
export function entryNamed(glossary: Glossary, text: string): string | undefined {
  return find(glossary, text)?.name;
}

/** The text itself, and every name of the entry that it names (the entry's name and aliases), without repeats. */
export function namesOf(glossary: Glossary, text: string): readonly string[] {
  return [...new Set([text, ...(find(glossary, text)?.forms ?? [])])];
}

/** Every form of an answer: the answer first, then the accepted forms, then the names of the entries they name. */
export function formsOf(
  glossary: Glossary,
  answer: string,
  accept: readonly string[] = [],
): readonly string[] {
  const stated = [answer, ...accept];
  return [...new Set([...stated, ...stated.flatMap((text) => namesOf(glossary, text))])];
}

/** Every name and alias of a glossary. */
export function allNames(glossary: Glossary): readonly string[] {
  return foldedEntries(glossary).flatMap(({ forms }) => forms);
}
