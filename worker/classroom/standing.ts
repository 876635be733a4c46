import type { StandingReport } from '../../questions/classroom/recall.ts';
import { factsInScope } from '../../questions/classroom/retain.ts';
import { Refusal, type Fault } from '../problem.ts';
import type { Shelf } from '../shelf.ts';
import { unknownAssignment, type Assignment, type Caller } from './caller.ts';

/** Keeps a student's standing in a retain assignment: one put. Refuses with 422 facts that are no part of it. */
export async function keepStanding(
  { of, store, nowMs }: Caller,
  { assigned, student }: Assignment,
  shelf: Shelf,
  report: StandingReport,
): Promise<void> {
  const { settings, id } = assigned;
  if (settings.kind !== 'retain') throw unknownAssignment();
  const { deck } = await shelf.deck(settings.deck);
  const inScope = new Set<string>(factsInScope(deck.facts, settings.scope));
  const faults = report.facts.flatMap(({ fact }, at): readonly Fault[] =>
    inScope.has(fact) ? [] : [{ path: `facts.${at}.fact`, message: 'is no fact of the assignment' }],
  );
  if (faults.length > 0) throw new Refusal('fact-not-assigned', 'Nothing was kept.', { faults });
  await store.putStanding({ class: of, assignment: id, member: student.member }, nowMs, report);
}
