/**
 * Edits between two strings: insertions, deletions, substitutions and transpositions of neighbours (optimal string
 * alignment). Only the band of `limit` around the diagonal is computed, so the time is length × limit; whatever is
 * more than `limit` comes back as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const over = limit + 1;
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return over;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, over));
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, over, last, before);
    if (row.best > limit) return over;
    [before, last] = [last, row.cells];
  }
  return Math.min(last[b.length] ?? over, over);
}

/** Row i of the table; cells outside the band are left out and read as `over`. */
function nextRow(a: string, b: string, i: number, over: number, last: number[], before: number[]) {
  const cells: number[] = [];
  const from = Math.max(0, i - over);
  const to = Math.min(b.length, i + over);
  let best = over;
  for (let j = from; j <= to; j++) {
    const cell = j === 0 ? i : cellAt(a, b, i, j, over, { cells, last, before });
    cells[j] = Math.min(cell, over);
    best = Math.min(best, cell);
  }
  return { cells, best };
}

function cellAt(
  a: string,
  b: string,
  i: number,
  j: number,
  over: number,
  rows: { cells: number[]; last: number[]; before: number[] },
): number {
  const same = a[i - 1] === b[j - 1];
  let cell = Math.min(
    (rows.last[j] ?? over) + 1,
    (rows.cells[j - 1] ?? over) + 1,
    (rows.last[j - 1] ?? over) + (same ? 0 : 1),
  );
  if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
    cell = Math.min(cell, (rows.before[j - 2] ?? over) + 1);
  }
  return cell;
}
