import type { TestDeck } from '../grading/testDeck.ts';
import type { ScopeProps } from './scopeFields.tsx';
import { toggled } from './toggled.ts';

/** Every question with its answer, below the fact that it is about. */
export function ByQuestion({ form, change, deck }: ScopeProps) {
  return (
    <fieldset class="radios">
      <legend>Questions</legend>
      <ol class="assign-facts" lang={deck.language}>
        {deck.facts.map(({ fact, statement, questions }) => (
          <li key={fact}>
            <p class="assign-statement">{statement}</p>
            {questions.map(({ question }) => {
              const known = deck.questions.get(question);
              return known === undefined ? null : (
                <label key={question} class="assign-tick">
                  <input
                    type="checkbox"
                    checked={form.questions.includes(question)}
                    onChange={() => change({ questions: toggled(form.questions, question) })}
                  />
                  <span>
                    {promptOf(known.view)}
                    <span class="quiet assign-answer">
                      <span class="sr-only" lang="en">
                        Answer:{' '}
                      </span>
                      {known.solution.join(' · ')}
                    </span>
                  </span>
                </label>
              );
            })}
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

/** What tells a question from the others: a cloze is its text. */
export function promptOf(view: NonNullable<ReturnType<TestDeck['questions']['get']>>['view']): string {
  if (view.kind === 'cloze') return view.parts.join(' ___ ');
  return view.kind === 'judge' || view.kind === 'evidence' ? `${view.prompt} ${view.claim}` : view.prompt;
}
