import { isMap } from 'yaml';
import type { Path } from '../deckSource.ts';
import type { Fields } from './authored.ts';
import { dropAt } from './dropAt.ts';
import { entriesOf } from './entry.ts';
import { setAt } from './setAt.ts';
import { spotAt } from './treeAt.ts';

/** What a map is to be changed to. */
export interface FieldChange {
  /** What it says now, as its author would write it; undefined where that is no sound value. */
  readonly known: Fields | undefined;
  readonly wanted: Fields;
  readonly order: readonly string[];
}

/** Changes the pairs of a map that differ from what is wanted; the others keep their bytes. `kept` pairs are left alone. */
export function setFields(
  text: string,
  path: Path,
  { known, wanted, order }: FieldChange,
  kept: readonly string[] = [],
): string {
  let made = text;
  for (const [key, value] of Object.entries(wanted)) {
    if (!isSame(known?.[key], value)) made = setAt(made, [...path, key], value, { order });
  }
  const { node } = spotAt(text, path);
  const names = isMap(node) ? entriesOf(text, node).map(({ name }) => name) : [];
  for (const name of names) {
    const isUnsaid = known !== undefined && known[name] === undefined;
    if (wanted[name] === undefined && !isUnsaid && !kept.includes(name)) made = dropAt(made, [...path, name]);
  }
  return made;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
