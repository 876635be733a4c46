import type { DeckSource } from './deckSource.ts';
import { withoutAllowed } from './lint/allow.ts';
import { LEVELS, type Finding, type Remark } from './lint/finding.ts';
import { ids } from './lint/ids.ts';
import { proof } from './lint/proof.ts';
import { subjectOf, type Subject } from './lint/subject.ts';

/** Groups of rules, what is exact first. */
const GROUPS: readonly ((subject: Subject) => readonly Remark[])[] = [proof, ids];

const RANK = new Map(Object.keys(LEVELS).map((rule, rank) => [rule, rank]));

/**
 * Everything that is doubtful in a deck, without what the author has acknowledged; rule by rule, each from the top of the
 * file. `sha256` is that of the document's bytes, in lower-case hexadecimal; `publish` also refuses drafts.
 */
export function lint(
  source: DeckSource,
  document: string,
  options: { readonly sha256: string; readonly publish: boolean },
): readonly Finding[] {
  const subject = subjectOf(source, document, options);
  const remarks = GROUPS.flatMap((group) => group(subject));
  return withoutAllowed(remarks, subject)
    .map((remark): Finding => ({ ...remark, level: LEVELS[remark.rule], ...source.at(remark.path) }))
    .sort(byRuleThenPlace);
}

function byRuleThenPlace(a: Finding, b: Finding): number {
  return (RANK.get(a.rule) ?? 0) - (RANK.get(b.rule) ?? 0) || a.line - b.line || a.column - b.column;
}
