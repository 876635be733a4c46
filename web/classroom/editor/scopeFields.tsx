import type { TestDeck } from '../grading/testDeck.ts';
import { Radios } from '../parts/radios.tsx';
import { FieldProblem, TextField } from '../parts/textField.tsx';
import { ByPassage } from './byPassage.tsx';
import { ByQuestion } from './byQuestion.tsx';
import { ByTag } from './byTag.tsx';
import { fieldId, type Editing } from './editing.ts';
import type { Form } from './form.ts';
import { factsInForm, mostQuestions, questionsInForm, tagsIn } from './scoped.ts';

export type ScopeProps = Pick<Editing, 'form' | 'change' | 'problems'> & { readonly deck: TestDeck };

const WAYS = {
  all: { value: 'all', words: 'The whole deck' },
  tags: { value: 'tags', words: 'By tags' },
  facts: { value: 'facts', words: 'By passages', means: 'Tick them in the document.' },
  questions: { value: 'questions', words: 'Picked questions', means: 'You see each with its answer.' },
} as const;

/** What is asked, and how much of it. */
export function ScopeFields(props: ScopeProps) {
  const { form, change, problems, deck } = props;
  const hasTags = tagsIn(deck).length > 0;
  const ways = Object.values(WAYS).filter(
    ({ value }) => (value !== 'tags' || hasTags) && (value !== 'questions' || form.kind === 'test'),
  );
  return (
    <section class="class-part" aria-labelledby={fieldId('scope')}>
      <h2 id={fieldId('scope')} tabIndex={-1}>
        What is asked
      </h2>
      <Radios
        id="assign-by"
        label="Part of the deck"
        options={ways}
        value={form.by}
        onValue={(by) => change({ by, ...(by === 'questions' ? { count: '' } : {}) })}
      />
      {form.by === 'tags' && <ByTag {...props} />}
      {form.by === 'facts' && <ByPassage {...props} />}
      {form.by === 'questions' && <ByQuestion {...props} />}
      <FieldProblem id="assign-scope-problem" problem={problems.scope ?? ''} />
      <p class="assign-sum" role="status">
        {sumWords(deck, form)}
      </p>
      {form.kind === 'test' && <HowMany {...props} />}
    </section>
  );
}

function HowMany({ form, change, problems, deck }: ScopeProps) {
  const most = mostQuestions(deck, form);
  return (
    <>
      <TextField
        id={fieldId('count')}
        label="How many questions"
        type="number"
        range={{ min: 1, max: 60, step: 1 }}
        class="figures"
        value={form.count}
        onValue={(count) => change({ count })}
        means={`Leave it empty for all. There are ${most} to be had here.`}
        problem={problems.count ?? ''}
      />
      <Radios
        id="assign-draw"
        label="Which ones"
        options={[
          { value: 'same', words: 'The same for everybody' },
          {
            value: 'each',
            words: 'Drawn for each student',
            means: 'Neighbours have other questions. What they can reach differs a little too.',
          },
        ]}
        value={form.draw}
        onValue={(draw) => change({ draw })}
      />
    </>
  );
}

/** The same once students may have begun: in words. */
export function ScopeFixed({ form, deck }: { form: Form; deck: TestDeck }) {
  return (
    <dl class="rows assign-fixed">
      <div>
        <dt>What is asked</dt>
        <dd>
          {WAYS[form.by].words}: {sumWords(deck, form)}
        </dd>
      </div>
      {form.kind === 'test' && (
        <div>
          <dt>How many</dt>
          <dd>
            {form.count === '' ? 'all' : form.count},{' '}
            {form.draw === 'same' ? 'the same for everybody' : 'drawn for each student'}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** How much a form's scope comes to. */
function sumWords(deck: TestDeck, form: Form): string {
  const facts = factsInForm(deck, form).length;
  if (form.kind === 'retain' && facts > 0) return facts === 1 ? 'One fact.' : `${facts} facts.`;
  const questions = questionsInForm(deck, form).length;
  if (questions === 0) return 'Nothing is chosen yet.';
  const about = `${questions === 1 ? 'One question' : `${questions} questions`} about ${facts === 1 ? 'one fact' : `${facts} facts`}.`;
  return form.by === 'questions' || questions <= facts ? about : `${about} A test asks one about each fact.`;
}
