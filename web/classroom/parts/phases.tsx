import type { ComponentChildren } from 'preact';
import { PHASE_WORDS, type Phase } from '../phase.ts';

/** Assignments below headings by where they are in time; a heading without any is left out. */
export function Phases<T extends { readonly phase: Phase }>(props: {
  readonly items: readonly T[];
  readonly line: (item: T) => ComponentChildren;
}) {
  const { items, line } = props;
  return (
    <>
      {(['open', 'coming', 'draft', 'over'] as const).map((phase) => {
        const some = items.filter((item) => item.phase === phase);
        if (some.length === 0) return null;
        return (
          <div key={phase} class="class-phase" data-phase={phase}>
            <h3>{PHASE_WORDS[phase]}</h3>
            <ul class="class-list">{some.map(line)}</ul>
          </div>
        );
      })}
    </>
  );
}
