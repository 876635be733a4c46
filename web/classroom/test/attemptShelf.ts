import { openDatabase } from '../../database.ts';

/** All rows of attempts, among the settings: `attempt/ID`, `attempt/ID/progress`, and `attempt/ID/0` … for each question. */
const PREFIX = 'attempt/';
/** Where the browser keeps nothing, rows live as long as the page. */
const ofPage = new Map<string, unknown>();

/** Whether the browser keeps what is put here beyond the page. */
export async function isKeptHere(): Promise<boolean> {
  return (await openDatabase()) !== null;
}

/** Keeps rows under their names, all or none. */
export async function putRows(rows: ReadonlyMap<string, unknown>): Promise<void> {
  const change = (await openDatabase())?.transaction('settings', 'readwrite');
  if (change === undefined) return rows.forEach((row, name) => void ofPage.set(PREFIX + name, row));
  await Promise.all([...[...rows].map(([name, row]) => change.store.put(row, PREFIX + name)), change.done]);
}

/** Every row, by its name without the prefix. */
export async function allRows(): Promise<ReadonlyMap<string, unknown>> {
  const database = await openDatabase();
  if (database === null) return withoutPrefix([...ofPage]);
  const reading = database.transaction('settings');
  const range = rangeOf('');
  const [names, rows] = await Promise.all([reading.store.getAllKeys(range), reading.store.getAll(range)]);
  return withoutPrefix(names.map((name, at) => [name, rows[at]]));
}

/** Forgets the rows whose names begin like this; all of them for an empty beginning. */
export async function dropRows(beginning: string): Promise<void> {
  for (const name of ofPage.keys()) if (name.startsWith(PREFIX + beginning)) ofPage.delete(name);
  await (await openDatabase())?.delete('settings', rangeOf(beginning));
}

function rangeOf(beginning: string): IDBKeyRange {
  return IDBKeyRange.bound(PREFIX + beginning, `${PREFIX}${beginning}\uffff`);
}

function withoutPrefix(entries: readonly (readonly [string, unknown])[]): ReadonlyMap<string, unknown> {
  return new Map(entries.map(([name, row]) => [name.slice(PREFIX.length), row]));
}
