import * as v from 'valibot';
import { DeckIdSchema, type DeckId } from '../questions/ids.ts';
import { compareReviews, distinctReviews } from '../questions/log.ts';
import { ReviewSchema, type Review } from '../questions/review.ts';
import type { Store } from './store.ts';

/** The largest file that is read, in bytes: some 200,000 answers. */
export const BACKUP_BYTES_MAX = 50_000_000;

/** Everything a learner has done, as one open file. The learner key is not in it. */
export const BackupSchema = v.strictObject({
  format: v.literal('steppe-log'),
  version: v.literal(1),
  /** When it was written, in ms since 1970. */
  exportedAtMs: v.pipe(v.number(), v.integer()),
  /** The reviews of each deck, in the order of `compareReviews`. */
  decks: v.record(DeckIdSchema, v.array(ReviewSchema)),
});
/** Everything a learner has done, as one open file. */
export type Backup = v.InferOutput<typeof BackupSchema>;

/** A file that was read, or what is wrong in it: the first problems with their paths, and how many there are. */
export type BackupRead =
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly problems: readonly string[]; readonly count: number };

const PROBLEMS_SHOWN = 5;

/** The file's text: one line a review, so that two exports can be compared. */
export function backupText(backup: Backup): string {
  const decks = Object.entries(backup.decks).map(
    ([deck, reviews]) =>
      `    ${JSON.stringify(deck)}: [\n${reviews.map((review) => `      ${JSON.stringify(review)}`).join(',\n')}\n    ]`,
  );
  return [
    '{',
    `  "format": "${backup.format}",`,
    `  "version": ${backup.version},`,
    `  "exportedAtMs": ${backup.exportedAtMs},`,
    decks.length === 0 ? '  "decks": {}' : `  "decks": {\n${decks.join(',\n')}\n  }`,
    '}\n',
  ].join('\n');
}

/** The file's name, with the day of the moment in UTC: "steppe-2026-11-24.json". */
export function backupName(atMs: number): string {
  return `steppe-${new Date(atMs).toISOString().slice(0, 10)}.json`;
}

/** Reads a file's text. One problem anywhere refuses all of it. */
export function readBackup(text: string): BackupRead {
  const json = v.safeParse(v.pipe(v.string(), v.parseJson()), text.replace(/^\uFEFF/, ''));
  if (!json.success) return refused('This is no JSON file.');
  if (!v.is(FormatSchema, json.output)) return refused('This is no export of Steppe.');
  if (!v.is(VersionSchema, json.output)) return refused('Another version of Steppe wrote this.');
  const result = v.safeParse(BackupSchema, json.output);
  if (result.success) return { ok: true, backup: result.output };
  const problems = result.issues.slice(0, PROBLEMS_SHOWN).map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
    return path === '' ? issue.message : `${path}: ${issue.message}`;
  });
  return { ok: false, problems, count: result.issues.length };
}

const FormatSchema = v.object({ format: v.literal('steppe-log') });
const VersionSchema = v.object({ version: v.literal(1) });

function refused(problem: string): BackupRead {
  return { ok: false, problems: [problem], count: 1 };
}

/** Everything in these stores. */
export async function backupOf(stores: readonly Store[], atMs: number): Promise<Backup> {
  const names = new Set((await Promise.all(stores.map((store) => store.decks()))).flat());
  const decks: Backup['decks'] = {};
  for (const deck of [...names].sort()) decks[deck] = await reviewsIn(stores, deck);
  return { format: 'steppe-log', version: 1, exportedAtMs: atMs, decks };
}

async function reviewsIn(stores: readonly Store[], deck: DeckId): Promise<Review[]> {
  const each = await Promise.all(stores.map((store) => store.reviewsOf(deck)));
  return [...distinctReviews(each.flat()).values()].sort(compareReviews);
}

/**
 * Adds a file's reviews to the first store, with their times as they are: what is here stays. Gives the decks, how many
 * reviews were read and how many of them are new.
 */
export async function addBackup(
  { decks }: Backup,
  stores: readonly Store[],
): Promise<{ readonly decks: readonly DeckId[]; readonly read: number; readonly added: number }> {
  const named = v.parse(v.array(DeckIdSchema), Object.keys(decks));
  let [read, added] = [0, 0];
  for (const deck of named) {
    const found = [...distinctReviews(decks[deck] ?? []).values()];
    const known = new Set((await reviewsIn(stores, deck)).map(({ id }) => id));
    const fresh = found.filter(({ id }) => !known.has(id));
    await stores[0]?.add(deck, fresh, null);
    read += found.length;
    added += fresh.length;
  }
  return { decks: named, read, added };
}
