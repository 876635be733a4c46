import { overlap, type Place } from '../passage.ts';
import type { FormDraft, FoundFact } from './finder.ts';

/** So many forms of a fact are drafted: from recognition to recall, each other than the rest. */
const FORMS_MAX = 4;

/** Facts that several finders saw in the same words are one: the surest one leads, the others lend it their forms. */
export function joinFound(found: readonly FoundFact[]): readonly FoundFact[] {
  const surest = [...found].sort((a, b) => b.confidence - a.confidence || a.passage.start - b.passage.start);
  const joined: FoundFact[] = [];
  const near = new Map<number, number[]>();
  for (const fact of surest) {
    const cells = cellsOf(fact.passage);
    const known = cells.flatMap((cell) => near.get(cell) ?? []).find((at) => isSame(joined[at], fact));
    if (known === undefined) {
      for (const cell of cells) near.set(cell, [...(near.get(cell) ?? []), joined.length]);
      joined.push({ ...fact, forms: withOthers(fact.forms, []) });
      continue;
    }
    const leader = joined[known];
    if (leader !== undefined) joined[known] = { ...leader, forms: withOthers(leader.forms, fact.forms) };
  }
  return joined.sort((a, b) => a.passage.start - b.passage.start || b.confidence - a.confidence);
}

/** Passages that overlap share a cell, so that only neighbours are compared. */
function cellsOf({ start, end }: Place): readonly number[] {
  const first = Math.floor(start / CELL);
  return Array.from({ length: Math.floor(end / CELL) - first + 1 }, (_, at) => first + at);
}

const CELL = 512;

/** Whether two facts ask for the same words of the same passage. */
function isSame(a: FoundFact | undefined, b: FoundFact): boolean {
  if (a === undefined || !overlap(a.passage, b.passage) || a.answers.length !== b.answers.length)
    return false;
  return a.answers.every((place, at) => {
    const other = b.answers[at];
    return other !== undefined && overlap(place, other);
  });
}

/** Forms of other ids and other words, the surest first. */
function withOthers(own: readonly FormDraft[], others: readonly FormDraft[]): readonly FormDraft[] {
  const kept: FormDraft[] = [];
  for (const form of [...own, ...others]) {
    const isNew = kept.every(
      ({ id, question }) => id !== form.id && JSON.stringify(question) !== JSON.stringify(form.question),
    );
    if (isNew && kept.length < FORMS_MAX) kept.push(form);
  }
  return kept.sort((a, b) => b.confidence - a.confidence);
}
