import { namesOf, type Glossary } from '../../glossary.ts';
import { isCountry } from '../countries.ts';

const PLURALS: Readonly<Record<string, string>> = {
  person: 'people',
  place: 'places',
  organisation: 'organisations',
  work: 'works',
};

/** What some names are names of, in the plural, where all are of one kind: "countries", "people". */
export function classNoun(names: readonly string[], glossary: Glossary): string | undefined {
  if (names.length > 0 && names.every(isCountry)) return 'countries';
  const kinds = new Set(names.map((name) => kindOf(name, glossary)));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined ? PLURALS[kind] : undefined;
}

function kindOf(name: string, glossary: Glossary): string | undefined {
  return namesOf(glossary, name)
    .map((form) => glossary[form]?.kind)
    .find((kind) => kind !== undefined);
}
