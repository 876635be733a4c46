import type { DeckSource } from './deckSource.ts';
import { withoutAllowed } from './lint/allow.ts';
import { answer } from './lint/answer.ts';
import { cloze } from './lint/cloze.ts';
import { deck } from './lint/deck.ts';
import { LEVELS, type Finding, type Remark } from './lint/finding.ts';
import { hosts } from './lint/hosts.ts';
import { ids } from './lint/ids.ts';
import { options as optionRules } from './lint/options.ts';
import { proof } from './lint/proof.ts';
import { stem } from './lint/stem.ts';
import { subjectOf, type Subject } from './lint/subject.ts';

/** Groups of rules, what is exact first. */
const GROUPS: readonly ((subject: Subject) => readonly Remark[])[] = [
  proof,
  ids,
  stem,
  answer,
  optionRules,
  cloze,
  deck,
  hosts,
];

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
    .map(({ rule, path, message }): Finding => {
      const { line, column } = source.at(path);
      return { rule, level: LEVELS[rule], path, line, column, message };
    })
    .sort(byRuleThenPlace);
}

function byRuleThenPlace(a: Finding, b: Finding): number {
  return (RANK.get(a.rule) ?? 0) - (RANK.get(b.rule) ?? 0) || a.line - b.line || a.column - b.column;
}
