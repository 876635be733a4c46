import * as v from 'valibot';
import type { DeckId } from '../../questions/ids.ts';
import {
  DecisionSchema,
  ReportIdSchema,
  ReportSchema,
  type Decision,
  type KnownReport,
  type Report,
  type ReportId,
} from '../../questions/publish.ts';
import { listKept, putKept, valueOf, type KeptKey } from '../classroom/kept.ts';
import { refuseAt } from '../problem.ts';
import { publishedKeys as keys } from './publishedKeys.ts';
import type { PublishedKv } from './publishedStore.ts';

const KeptReportSchema = v.strictObject({ v: v.literal(1), reportedAtMs: v.number(), report: ReportSchema });
const KeptDecisionSchema = v.strictObject({ v: v.literal(1), decision: DecisionSchema });

/** Keeps what a learner says of a question; who said it is not kept. One put. */
export async function putReport(
  kv: PublishedKv,
  deck: DeckId,
  id: ReportId,
  report: Report,
  reportedAtMs: number,
): Promise<void> {
  await putKept(kv, keys.report(deck, id), { v: 1, reportedAtMs, report });
}

/** What learners said of a deck, with what was decided, the latest first; possibly a minute late. Two lists. */
export async function reportsOn(kv: PublishedKv, deck: DeckId): Promise<readonly KnownReport[]> {
  const [reports, decisions] = await Promise.all([
    listKept(kv, keys.reports(deck)),
    listKept(kv, keys.decisions(deck)),
  ]);
  const decided = new Map(decisions.map((key) => [key.name, key]));
  const known = await Promise.all(reports.map((key) => knownReport(kv, key, decided.get(key.name))));
  return known.flat().sort((a, b) => b.reportedAtMs - a.reportedAtMs || (a.id < b.id ? 1 : -1));
}

/** Keeps an author's decision on a report; a later one takes its place. Refuses with 404 where there is no such report. A get and a put. */
export async function decide(kv: PublishedKv, deck: DeckId, id: ReportId, decision: Decision): Promise<void> {
  const known = await valueOf(kv, { key: keys.report(deck, id), name: id, metadata: null }, KeptReportSchema);
  if (known === undefined) throw refuseAt('report', 'unknown-report', 'is no report on this deck');
  await putKept(kv, keys.decision(deck, id), { v: 1, decision });
}

/** One of another form was written by a later version: it is left alone. */
async function knownReport(
  kv: PublishedKv,
  key: KeptKey,
  decided: KeptKey | undefined,
): Promise<readonly KnownReport[]> {
  const id = v.safeParse(ReportIdSchema, key.name);
  const [kept, decision] = await Promise.all([
    valueOf(kv, key, KeptReportSchema),
    decided === undefined ? undefined : valueOf(kv, decided, KeptDecisionSchema),
  ]);
  if (!id.success || kept === undefined) return [];
  const { reportedAtMs, report } = kept;
  return [{ id: id.output, reportedAtMs, report, decision: decision?.decision ?? null }];
}
