import type { Results } from '../../questions/classroom/api.ts';
import type { Dispute, Mark, MarkedAttempt } from '../../questions/classroom/gradebook.ts';
import { momentOf } from '../../questions/classroom/ids.ts';
import { tellingOf } from '../../questions/classroom/resultsTime.ts';
import type { HeldRepair } from '../../questions/classroom/state.ts';
import { tellAfter, testView } from '../../questions/classroom/testQuestion.ts';
import type { CompiledDeck } from '../../questions/compile.ts';
import { refuseAt } from '../problem.ts';
import type { Assignment, Caller } from './caller.ts';
import type { AssignedTest, OwnAttempt } from './ownAttempts.ts';

/** The repair of a question that students are told of: its last. */
export function changeOf(
  compiled: CompiledDeck,
  { question, how, words, act }: HeldRepair,
): Results['questions'][number]['change'] {
  const prompt = testView(compiled, question)?.prompt ?? '';
  return { prompt, how: how.do, words, sinceMs: momentOf(act) };
}

/**
 * How much of an attempt may be told to its student now: all of it, or what was answered. Refuses with 403, saying nothing
 * of the key, before the time and where no results are told.
 */
export function tellableOf(
  assigned: AssignedTest,
  { state }: Assignment,
  { endsAtMs, folded }: OwnAttempt,
  { nowMs }: Caller,
): 'all' | 'answered' {
  const telling = tellingOf(
    assigned,
    state.students,
    { endsAtMs, submittedAtMs: folded.submittedAtMs },
    nowMs,
  );
  if (telling === 'never') throw refuseAt('attempt', 'no-results', 'is of a test whose results are not told');
  if (telling === 'not-yet') throw refuseAt('attempt', 'results-not-yet', 'is told later');
  return telling;
}

/** What results are made of. */
export interface Told {
  readonly compiled: CompiledDeck;
  readonly assigned: AssignedTest;
  readonly marked: MarkedAttempt;
  readonly telling: 'all' | 'answered';
  /** The student's own. */
  readonly disputes: readonly Dispute[];
}

/** An attempt's marks, each with the answer, the key under the repairs, and what became of a dispute. */
export function resultsOf(told: Told): Results {
  const { compiled, assigned, marked, telling } = told;
  const marks = marked.marks.filter(({ answer }) => telling === 'all' || answer !== undefined);
  return {
    title: assigned.settings.title,
    deck: compiled.deck.id,
    language: compiled.deck.language,
    seed: marked.seed,
    points: marked.points,
    outOf: marked.outOf,
    questions: marks.flatMap((mark) => resultOn(told, mark)),
  };
}

/** A question that the deck no longer has is left out: it counts for nobody, and there is nothing to show. */
function resultOn(told: Told, mark: Mark): Results['questions'] {
  const { compiled, assigned } = told;
  const { repairs } = assigned;
  const { at, question, share, points, outOf } = mark;
  const view = testView(compiled, question);
  const feedback = tellAfter(compiled, question, mark.answer ?? null, repairs);
  if (view === undefined || feedback === undefined) return [];
  const repair = [...repairs].reverse().find((held) => held.question === question);
  return [
    {
      at,
      view: { ...view },
      ...(mark.answer === undefined ? {} : { answer: mark.answer }),
      share,
      points,
      outOf,
      feedback: { ...feedback, verdict: { ...feedback.verdict } },
      change: repair === undefined ? null : changeOf(compiled, repair),
      dispute: disputeOn(told, at),
    },
  ];
}

function disputeOn(
  { assigned, marked, disputes }: Told,
  at: number,
): Results['questions'][number]['dispute'] {
  const isIt = (one: { readonly attempt: string; readonly at: number }): boolean =>
    one.attempt === marked.attempt && one.at === at;
  const dispute = disputes.find(isIt);
  if (dispute === undefined) return null;
  const decided = [...assigned.decisions].reverse().find(isIt);
  const decision = decided === undefined ? null : { decision: decided.decision, words: decided.words };
  return { words: dispute.words, decision };
}
