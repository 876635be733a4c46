import type { Row } from '../../../questions/classroom/gradebook.ts';
import { countedOf } from './gradingWords.ts';

/** What the gradebook's lines are sorted by. */
export type SortedBy = 'name' | 'total' | 'state';

const STATES: readonly Row['state'][] = ['not-started', 'in-progress', 'over', 'submitted'];

/** The lines in another order: by name as they come, by total with the lowest first, by state with non-starters first. */
export function sortedRows(rows: readonly Row[], by: SortedBy): readonly Row[] {
  if (by === 'name') return rows;
  const order = by === 'total' ? totalOf : (row: Row) => STATES.indexOf(row.state);
  return [...rows].sort((a, b) => order(a) - order(b));
}

/** A student's share of the points; one without a counted attempt comes first. */
function totalOf(row: Row): number {
  const attempt = countedOf(row);
  if (attempt === undefined) return -1;
  return attempt.outOf === 0 ? 0 : attempt.points / attempt.outOf;
}
