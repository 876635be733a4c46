import type { DeckFile } from '../deck.ts';
import { parseDeckFile, type DeckSource, type Parsed } from '../deckSource.ts';
import { partsOf } from './section.ts';

/** A deck file with what was read in it. */
export interface Reading {
  readonly yaml: string;
  readonly parsed: Parsed;
}

/** Where more facts than this have changed the whole file is read. */
const CHANGED_MOST = 20;

/** Reads a deck file that came from another by a change: facts that have not changed are not read again. Gives what `parseDeckFile` gives. */
export function reread(before: Reading, yaml: string): Parsed {
  if (yaml === before.yaml) return before.parsed;
  const file = before.parsed.ok ? patched(before.yaml, before.parsed.source.file, yaml) : undefined;
  return file === undefined ? parseDeckFile(yaml) : { ok: true, source: sourceOf(yaml, file) };
}

/** The data of the changed file; undefined where it has to be read whole. */
function patched(was: string, known: DeckFile, yaml: string): DeckFile | undefined {
  const [old, now] = [partsOf(was), partsOf(yaml)];
  if (old === undefined || now === undefined) return undefined;
  const changed = [...now.facts].filter(([id, text]) => old.facts.get(id) !== text);
  if (changed.length > CHANGED_MOST) return undefined;
  // A file has to have a fact to be read.
  const some = changed.length > 0 ? changed : [...now.facts].slice(0, 1);
  const read = parseDeckFile(now.head + some.map(([, text]) => text).join(''));
  if (!read.ok) return undefined;
  const { file } = read.source;
  const facts = [...now.facts.keys()].flatMap((id) => {
    const fact = file.facts[id] ?? known.facts[id];
    return fact === undefined ? [] : [[id, fact] as const];
  });
  return facts.length < now.facts.size ? undefined : { ...file, facts: Object.fromEntries(facts) };
}

/** Places are asked for seldom: only then is the whole file read. */
function sourceOf(yaml: string, file: DeckFile): DeckSource {
  let whole: DeckSource | undefined;
  const source = () => {
    if (whole !== undefined) return whole;
    const parsed = parseDeckFile(yaml);
    if (!parsed.ok) throw new Error('Inconsistent: a deck file was read in part and cannot be read whole');
    return (whole = parsed.source);
  };
  return { file, at: (path) => source().at(path), isPlain: (path) => source().isPlain(path) };
}
