import type { Path } from '../deckSource.ts';
import { LEVELS, quoted, type Remark } from './finding.ts';
import type { Subject } from './subject.ts';

/** An `allow` list of a fact or a question. */
interface Allow {
  readonly owner: string;
  readonly path: Path;
  readonly rules: readonly string[];
}

/**
 * Takes out what is acknowledged: W and I remarks whose rule stands in the `allow` of the question, or else the fact, that
 * they point into. An acknowledgement of nothing is a remark itself.
 */
export function withoutAllowed(remarks: readonly Remark[], subject: Subject): readonly Remark[] {
  const allows = allowsOf(subject);
  const allowed = new Set(allows.flatMap(({ owner, rules }) => rules.map((rule) => `${owner} ${rule}`)));
  const used = new Set<string>();
  const open = remarks.filter(({ rule, path }) => {
    const name = `${ownerOf(path)} ${rule}`;
    if (LEVELS[rule] === 'E' || !allowed.has(name)) return true;
    used.add(name);
    return false;
  });
  return [...open, ...allows.flatMap((allow) => unused(allow, used))];
}

function unused({ owner, path, rules }: Allow, used: ReadonlySet<string>): readonly Remark[] {
  return rules.flatMap((rule, at): readonly Remark[] =>
    used.has(`${owner} ${rule}`)
      ? []
      : [{ rule: 'allow-unused', path: [...path, at], message: whyUnused(rule) }],
  );
}

function whyUnused(rule: string): string {
  const level = Object.entries(LEVELS).find(([name]) => name === rule)?.[1];
  if (level === undefined) return `${quoted(rule)} is no rule: take it out of allow`;
  if (level === 'E') return `${quoted(rule)} cannot be acknowledged: take it out of allow`;
  return `${quoted(rule)} finds nothing here: take it out of allow`;
}

function allowsOf({ file, posed }: Subject): readonly Allow[] {
  return [
    ...Object.entries(file.facts).map(([id, { allow }]) => allowOf(['facts', id], allow)),
    ...posed.map(({ path, question }) => allowOf(path, question.allow)),
  ];
}

function allowOf(path: Path, rules: readonly string[]): Allow {
  return { owner: ownerOf(path), path: [...path, 'allow'], rules };
}

/** The fact, or the question in it, that a path points into. */
function ownerOf(path: Path): string {
  return path.slice(0, path[2] === 'questions' ? 4 : 2).join('/');
}
