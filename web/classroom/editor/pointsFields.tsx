import type { TestDeck } from '../grading/testDeck.ts';
import { FieldProblem } from '../parts/textField.tsx';
import { promptOf } from './byQuestion.tsx';
import { fieldId, type Editing } from './editing.ts';
import { questionsInForm } from './scoped.ts';

/** What each question is worth, where it is not one point. */
export function PointsFields(
  props: Pick<Editing, 'form' | 'change' | 'problems'> & { readonly deck: TestDeck },
) {
  const { form, change, problems, deck } = props;
  const questions = questionsInForm(deck, form);
  const others = questions.filter(({ ref }) => !isOne(form.points[ref])).length;
  return (
    <details class="class-part assign-points" open={problems.points !== undefined}>
      <summary id={fieldId('points')}>
        Points{' '}
        <span class="quiet">
          {others === 0 ? 'one for each question' : `other than one: ${others} of ${questions.length}`}
        </span>
      </summary>
      <FieldProblem id="assign-points-problem" problem={problems.points ?? ''} />
      <ol lang={deck.language}>
        {questions.map(({ ref, view }) => (
          <li key={ref} class="class-line">
            <label for={`points-${ref}`}>{promptOf(view)}</label>
            <input
              id={`points-${ref}`}
              class="text figures"
              type="number"
              min={0.5}
              max={100}
              step={0.5}
              value={form.points[ref] ?? '1'}
              aria-describedby="assign-points-problem"
              onInput={(event) => change({ points: { ...form.points, [ref]: event.currentTarget.value } })}
            />
          </li>
        ))}
      </ol>
    </details>
  );
}

function isOne(text: string | undefined): boolean {
  return text === undefined || text.trim() === '' || Number(text) === 1;
}
