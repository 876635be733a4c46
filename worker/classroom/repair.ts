import type { How } from '../../questions/classroom/act.ts';
import type { QuestionRef } from '../../questions/classroom/ids.ts';
import { fitsQuestion } from '../../questions/classroom/testQuestion.ts';
import type { CompiledDeck } from '../../questions/compile.ts';
import { refuseAt } from '../problem.ts';

/** Refuses with 422 a new key that the question cannot be judged by: another kind's shape, or an option that it does not have. */
export function refuseUnfitRepair(
  compiled: CompiledDeck,
  { question, how }: { readonly question: QuestionRef; readonly how: How },
): void {
  if (how.do === 'key' && !fitsQuestion(compiled, question, how.answer))
    throw refuseAt('how.answer', 'malformed-answer', 'does not fit the question as a key');
}
