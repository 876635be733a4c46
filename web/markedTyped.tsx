import type { Marked } from './marked.ts';
import { MarkedLines, type MarkedLine } from './marks.tsx';

/** A typed answer once it is marked: what was given, and what is right where that is something else. */
export function MarkedTyped({
  given,
  verdict,
  told,
  unit,
  onShowPlace,
}: Marked & { unit?: string | undefined }) {
  const lines: MarkedLine[] = [];
  if (typeof given === 'string')
    lines.push({ text: withUnit(given, unit), truth: truthOf(verdict.outcome), yours: true });
  const isRight = verdict.outcome === 'right';
  if (!isRight)
    lines.push(...told.solution.map((text): MarkedLine => ({ text, truth: 'right', yours: false })));
  return <MarkedLines lines={lines} onShowPlace={onShowPlace} />;
}

/** The mark of one item from its outcome: part of an item is not right. */
export function truthOf(outcome: Marked['verdict']['outcome']): 'right' | 'close' | 'wrong' {
  return outcome === 'right' || outcome === 'close' ? outcome : 'wrong';
}

function withUnit(given: string, unit: string | undefined): string {
  return unit === undefined || given.toLowerCase().includes(unit.toLowerCase()) ? given : `${given} ${unit}`;
}
