/** What students objected to in a test, and what became of it. */
import type { CompiledDeck } from '../compile.ts';
import { refsOf } from './answerCode.ts';
import type { AttemptRecord } from './attempt.ts';
import type { Dispute, KnownDispute } from './gradebook.ts';
import type { Assigned, ClassState, Decision } from './state.ts';

/** Everything that a test's disputes follow from; in any order, with any repetition. */
interface Disputed {
  readonly compiled: CompiledDeck;
  readonly state: ClassState;
  readonly assigned: Pick<Assigned, 'decisions'>;
  readonly attempts: readonly AttemptRecord[];
  readonly disputes: readonly Dispute[];
}

/** Each dispute once, the earliest first; of two about one question the later words. */
export function knownDisputes({ compiled, state, assigned, attempts, disputes }: Disputed): KnownDispute[] {
  const names = new Map(
    state.students.flatMap(({ members, name }) => members.map((member) => [member, name])),
  );
  const questions = questionsIn(attempts);
  return [...lastWords(disputes).entries()]
    .sort(([a, one], [b, other]) => one.sinceMs - other.sinceMs || (a < b ? -1 : 1))
    .map(([, dispute]) => {
      const { member, attempt, at, words, sinceMs } = dispute;
      return {
        member,
        attempt,
        at,
        words,
        sinceMs,
        name: names.get(member) ?? '',
        question: refsOf(compiled, questions.get(`${member}/${attempt}`) ?? '')[at] ?? null,
        decision: decisionOn(dispute, assigned.decisions),
      };
    });
}

/** What each attempt asked, as it is kept, by its student and its id. */
function questionsIn(attempts: readonly AttemptRecord[]): ReadonlyMap<string, string> {
  return new Map(
    attempts.flatMap(({ member, attempt, start }) =>
      start === null ? [] : [[`${member}/${attempt}`, start.questions]],
    ),
  );
}

/** The last dispute of each question of an attempt. */
function lastWords(disputes: readonly Dispute[]): ReadonlyMap<string, Dispute> {
  const sorted = [...disputes].sort((a, b) => a.sinceMs - b.sinceMs || (a.words < b.words ? -1 : 1));
  return new Map(
    sorted.map((dispute) => [`${dispute.member}/${dispute.attempt}/${dispute.at}`, dispute] as const),
  );
}

function decisionOn(
  { member, attempt, at }: Dispute,
  decisions: readonly Decision[],
): KnownDispute['decision'] {
  const decided = decisions.filter(
    (decision) => decision.member === member && decision.attempt === attempt && decision.at === at,
  );
  const last = decided.at(-1);
  return last === undefined ? null : { decision: last.decision, words: last.words };
}
