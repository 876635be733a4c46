/** One line of the bench. A figure without a budget is there to compare with; null is one that this system cannot measure. */
export interface Figure {
  readonly what: string;
  readonly value: number | null;
  readonly unit: string;
  readonly most?: number;
  readonly least?: number;
}

/** Whether a figure keeps its budget; one that was not measured breaks none. */
export function isWithin({ value, most = Infinity, least = -Infinity }: Figure): boolean {
  return value === null || (value <= most && value >= least);
}

/** A figure beside its budget. */
export function row(figure: Figure): string {
  const budget = budgetOf(figure);
  const state = budget === '' || figure.value === null ? '' : isWithin(figure) ? 'ok' : 'OVER';
  return `${figure.what.padEnd(62)} ${valueOf(figure).padStart(22)}   ${budget.padEnd(24)} ${state}`.trimEnd();
}

function valueOf({ value, unit }: Figure): string {
  if (value === null) return 'not measured';
  return `${value.toLocaleString('en', { maximumFractionDigits: 2 })} ${unit}`.trimEnd();
}

function budgetOf({ most, least, unit }: Figure): string {
  if (most !== undefined) return `≤ ${most.toLocaleString('en')} ${unit}`.trimEnd();
  return least === undefined ? '' : `≥ ${least.toLocaleString('en')} ${unit}`.trimEnd();
}
