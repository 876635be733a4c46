import type { Answer } from '../../../questions/kind.ts';
import type { Decision, KnownReport, ReportId } from '../../../questions/publish.ts';
import { fold } from '../../../questions/typed/fold.ts';

/** The same answer to the same question, however many learners reported it: decided once. */
export interface Reported {
  readonly fact: string;
  readonly question: string;
  readonly answer: Answer;
  readonly outcome: KnownReport['report']['outcome'];
  readonly reports: readonly ReportId[];
  /** What learners say about it, each once. */
  readonly words: readonly string[];
  readonly latestMs: number;
  /** Null while one of the reports waits. */
  readonly decision: Decision['decision'] | null;
}

/** Reports of one answer together; those that wait first, then what most reported, then the latest. */
export function reportedIn(reports: readonly KnownReport[]): readonly Reported[] {
  const groups = new Map<string, KnownReport[]>();
  for (const known of reports) {
    const name = nameOf(known);
    groups.set(name, [...(groups.get(name) ?? []), known]);
  }
  return [...groups.values()].flatMap(together).sort(byUrgency);
}

function nameOf({ report: { fact, question, answer } }: KnownReport): string {
  const texts = answer === null ? null : [answer].flat(2).map(fold);
  return JSON.stringify([fact, question, texts]);
}

function together(group: readonly KnownReport[]): readonly Reported[] {
  const [first] = group;
  if (first === undefined) return [];
  const { fact, question, answer, outcome } = first.report;
  const waits = group.some(({ decision }) => decision === null);
  return [
    {
      fact,
      question,
      answer,
      outcome,
      reports: group.filter(({ decision }) => !waits || decision === null).map(({ id }) => id),
      words: [...new Set(group.flatMap(({ report }) => report.words ?? []))],
      latestMs: Math.max(...group.map(({ reportedAtMs }) => reportedAtMs)),
      decision: waits ? null : (first.decision?.decision ?? null),
    },
  ];
}

function byUrgency(a: Reported, b: Reported): number {
  const waiting = Number(b.decision === null) - Number(a.decision === null);
  return waiting || b.reports.length - a.reports.length || b.latestMs - a.latestMs;
}
