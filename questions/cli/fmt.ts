import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDeck } from '../edit/formatDeck.ts';
import { formOfDeck } from './formOfDeck.ts';

/** Brings deck files into their usual layout, or with `check` only says which are not in it. Throws, naming the file, where one cannot be parsed. */
export function fmt(
  paths: readonly string[],
  options: { readonly check: boolean },
): { readonly code: 0 | 1; readonly lines: readonly string[] } {
  const changed = paths
    .map((folder) => join(folder, 'deck.yaml'))
    .map((path) => ({ path, before: readFileSync(path, 'utf8') }))
    .map(({ path, before }) => {
      const { problem } = formOfDeck(before);
      if (problem !== undefined) throw new Error(`${path}:${problem}`);
      return { path, before, after: formatDeck(before) };
    })
    .filter(({ before, after }) => before !== after);
  if (options.check)
    return {
      code: changed.length > 0 ? 1 : 0,
      lines: changed.map(({ path }) => `${path} is not in the usual layout`),
    };
  for (const { path, after } of changed) {
    writeFileSync(`${path}.new`, after);
    renameSync(`${path}.new`, path);
  }
  return { code: 0, lines: changed.map(({ path }) => `${path} is laid out anew`) };
}
