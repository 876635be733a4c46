import type { Glossary } from '../glossary.ts';
import { foldSpelling } from '../typed/fold.ts';

const SHOWN = 3;
const LEAST = 3;

/**
 * The document's three most frequent names, each named three times or more: glossary entries of persons, places and
 * organisations, or without such entries the capitalised words inside its sentences.
 */
export function frequentNames(document: string, glossary: Glossary): readonly string[] {
  const entries = Object.entries(glossary).filter(([, { kind }]) =>
    ['person', 'place', 'organisation'].includes(kind),
  );
  const counts = entries.length > 0 ? countEntries(document, entries) : countCapitals(document);
  return [...counts]
    .filter(([, count]) => count >= LEAST)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, SHOWN)
    .map(([name]) => name);
}

/** Longest forms first, each taken out once counted: "Xi Jinping" is not also "Xi". */
function countEntries(
  document: string,
  entries: readonly (readonly [string, { aliases: readonly string[] }])[],
): ReadonlyMap<string, number> {
  const forms = entries.flatMap(([name, { aliases }]) =>
    [name, ...aliases].map((form) => ({ name, folded: foldSpelling(form) })),
  );
  const counts = new Map<string, number>();
  let text = ` ${foldSpelling(document).split(' ').join('  ')} `;
  for (const { name, folded } of forms.sort((a, b) => b.folded.length - a.folded.length)) {
    if (folded === '') continue;
    const parts = text.split(` ${folded.split(' ').join('  ')} `);
    counts.set(name, (counts.get(name) ?? 0) + parts.length - 1);
    text = parts.join(' | ');
  }
  return counts;
}

function countCapitals(document: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [name] of document.matchAll(/(?<=[\p{Ll},;] )\p{Lu}[\p{L}\p{M}-]+/gu))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
