import * as v from 'valibot';
import { DeckIdSchema } from '../questions/ids.ts';
import { ReportIdSchema, ReportSchema, type ReportId } from '../questions/publish.ts';
import { ulid } from '../questions/ulid.ts';
import { askServer } from './askServer.ts';
import { randomBytes } from './chance.ts';
import { nowMs } from './clock.ts';
import { openDatabase } from './database.ts';
import { warn } from './warn.ts';

const RowSchema = v.object({ deck: DeckIdSchema, id: ReportIdSchema, report: ReportSchema });
type Row = v.InferOutput<typeof RowSchema>;

/** Rows of reports that wait, among the settings: `report/ID`. */
const WAITING = { from: 'report/', to: 'report/~' } as const;

/** What became of a report: the server has it, it waits in this browser for a network, or the server does not take it. */
export type Reported = 'sent' | 'waiting' | 'refused';

/** A new report's name: the same one is sent until the server has it, so that it comes once. */
export function newReportId(): ReportId {
  return v.parse(ReportIdSchema, ulid(nowMs(), randomBytes(10)));
}

/** Says to a deck's author that something is wrong with a question; keeps it in this browser until the server has it. */
export async function report(row: Row): Promise<Reported> {
  const database = await openDatabase();
  await database?.put('settings', row, nameOf(row.id));
  return send(row);
}

/** Sends what waits; says whether nothing waits any longer. */
export async function sendReports(): Promise<boolean> {
  const database = await openDatabase();
  const rows = (await database?.getAll('settings', IDBKeyRange.bound(WAITING.from, WAITING.to))) ?? [];
  let isDone = true;
  for (const row of rows) {
    const known = v.safeParse(RowSchema, row);
    if (known.success && (await send(known.output)) === 'waiting') isDone = false;
  }
  return isDone;
}

/** Sends what waits from an earlier page, now and when the network is back. */
export function startReporting(): void {
  sendAgain();
  window.addEventListener('online', sendAgain);
}

function sendAgain(): void {
  void sendReports().catch((error: unknown) => warn('A report could not be sent.', error));
}

async function send({ deck, id, report: body }: Row): Promise<Reported> {
  const said = await askServer('PUT', `/decks/${deck}/reports/${id}`, v.unknown(), body);
  if (!said.ok && said.isPassing) return 'waiting';
  await (await openDatabase())?.delete('settings', nameOf(id));
  return said.ok ? 'sent' : 'refused';
}

function nameOf(id: ReportId): string {
  return `${WAITING.from}${id}`;
}
