import type { KindName, Question } from './deck.ts';
import type { Answer, Asked, Kind } from './kind.ts';
import { choice, type ChoiceView } from './kinds/choice.ts';
import { cloze, type ClozeView } from './kinds/cloze.ts';
import { evidence, type EvidenceView } from './kinds/evidence.ts';
import { judge, type JudgeView } from './kinds/judge.ts';
import { list, type ListView } from './kinds/list.ts';
import { match, type MatchView } from './kinds/match.ts';
import { multiple, type MultipleView } from './kinds/multiple.ts';
import { number, type NumberView } from './kinds/number.ts';
import { order, type OrderView } from './kinds/order.ts';
import { short, type ShortView } from './kinds/short.ts';
import type { Verdict } from './verdict.ts';

/** What a learner's side may know of a question before the answer. */
export type View =
  | ChoiceView
  | MultipleView
  | ClozeView
  | ShortView
  | NumberView
  | ListView
  | OrderView
  | MatchView
  | JudgeView
  | EvidenceView;

type QuestionOf<K extends KindName> = Extract<Question, { kind: K }>;
type ViewOf<K extends KindName> = Extract<View, { kind: K }>;
type Table = {
  readonly [K in KindName]: Pick<Kind<QuestionOf<K>, ViewOf<K>, string>, 'view' | 'solution'>;
};

/** Every kind of question; a forgotten one does not compile. */
const KINDS = { choice, multiple, cloze, short, number, list, order, match, judge, evidence } satisfies Table;

export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];

/** A kind for any question: the compiler takes it on trust (methods are bivariant) that each goes to the kind it names. */
function kindOf(name: KindName): Kind<Question, View, Exclude<Answer, null>> {
  return KINDS[name];
}

/** The public view: everything that may travel before the answer. */
export function viewOf(question: Question, asked: Asked): View | undefined {
  return kindOf(question.kind).view(question, asked);
}

export type Check = 'complete' | 'incomplete' | 'malformed';

/** Whether an answer from outside can be graded; needs no key. Null is the answer "I do not know". */
export function checkAnswer(view: View, answer: unknown): Check {
  if (answer === null) return 'complete';
  const kind = kindOf(view.kind);
  if (!kind.accepts(view, answer)) return 'malformed';
  return kind.complete(view, answer) ? 'complete' : 'incomplete';
}

/** The verdict on a checked answer. */
export function gradeAnswer(question: Question, answer: Answer, asked: Asked): Verdict {
  if (answer === null) return { outcome: 'wrong', reason: 'not-given', share: 0 };
  return kindOf(question.kind).grade(question, answer, asked);
}

/** The right answer, one line an item. */
export function solutionOf(question: Question, asked: Asked): readonly string[] {
  return kindOf(question.kind).solution(question, asked);
}
