import type { StudentAssignment } from '../../questions/classroom/api.ts';
import { drawn, seedOf } from '../../questions/classroom/draw.ts';
import type { Row } from '../../questions/classroom/gradebook.ts';
import { tellingOf, tellsAllFromMs } from '../../questions/classroom/resultsTime.ts';
import { refsOf } from '../../questions/classroom/answerCode.ts';
import { windowOf } from '../../questions/classroom/window.ts';
import type { CompiledDeck } from '../../questions/compile.ts';
import type { Assignment } from './caller.ts';
import type { AssignedTest, OwnAttempt } from './ownAttempts.ts';
import { changeOf } from './results.ts';

type TestForStudent = Extract<StudentAssignment, { kind: 'test' }>;

/** What a student's view of a test is made of. */
export interface Seen {
  readonly compiled: CompiledDeck;
  readonly found: Assignment;
  readonly test: AssignedTest;
  readonly own: readonly OwnAttempt[];
  /** The student's line of the gradebook. */
  readonly row: Row;
  readonly nowMs: number;
}

/** A test as its student sees it before, between and after attempts: marks and repairs only where they may be told. */
export function testForStudent(seen: Seen): TestForStudent {
  const { compiled, found, test, own, nowMs } = seen;
  const { settings } = test;
  const { student, state } = found;
  const { opensAtMs, closesAtMs, minutes } = windowOf(test, student);
  return {
    kind: 'test',
    id: test.id,
    title: settings.title,
    deck: compiled.deck.id,
    deckTitle: compiled.deck.title,
    opensAtMs,
    closesAtMs,
    minutes,
    extraMinutes: test.allowances.get(student.member)?.extraMinutes ?? 0,
    questions: drawn(compiled, settings, seedOf(settings, student.member, 0)).length,
    attemptsMax: settings.attempts,
    counts: settings.counts,
    feedback: settings.feedback,
    resultsFromMs: settings.feedback === 'after-close' ? tellsAllFromMs(test, state.students) : null,
    attempts: own.map((attempt) => attemptForStudent(seen, attempt)),
    changes: changesFor(seen),
    nowMs,
  };
}

/** Which of several is the best one is a mark too: it is told with the marks. */
function attemptForStudent(seen: Seen, attempt: OwnAttempt): TestForStudent['attempts'][number] {
  const { row, test } = seen;
  const { record, startedAtMs, endsAtMs, folded } = attempt;
  const marked = isTold(seen, attempt)
    ? row.attempts.find((one) => one.attempt === record.attempt)
    : undefined;
  const counted = row.counted === null ? undefined : row.attempts[row.counted];
  const isKnown = test.settings.counts !== 'best' || marked !== undefined;
  return {
    attempt: record.attempt,
    startedAtMs,
    endsAtMs,
    submittedAtMs: folded.submittedAtMs,
    counts: isKnown && counted?.attempt === record.attempt,
    ...(marked === undefined ? {} : { points: marked.points, outOf: marked.outOf }),
  };
}

/** The repairs of questions that the student was asked, where their results are told: its last, a line each. */
function changesFor(seen: Seen): TestForStudent['changes'] {
  const { compiled, test, own } = seen;
  const asked = new Set(
    own
      .filter((attempt) => isTold(seen, attempt))
      .flatMap(({ record }) => refsOf(compiled, record.start?.questions ?? '')),
  );
  const last = test.repairs.filter(
    (repair, at) =>
      asked.has(repair.question) &&
      !test.repairs.slice(at + 1).some(({ question }) => question === repair.question),
  );
  return last.flatMap((repair) => changeOf(compiled, repair) ?? []);
}

function isTold({ test, found, nowMs }: Seen, { endsAtMs, folded }: OwnAttempt): boolean {
  const ended = { endsAtMs, submittedAtMs: folded.submittedAtMs };
  return tellingOf(test, found.state.students, ended, nowMs) === 'all';
}
