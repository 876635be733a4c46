import type { DeckSummary } from '../../deckSchema.ts';
import { Radios } from '../parts/radios.tsx';
import { FieldProblem, TextField } from '../parts/textField.tsx';
import { fieldId, type Editing } from './editing.ts';

type AboutProps = Pick<Editing, 'form' | 'change' | 'problems'> & { readonly decks: readonly DeckSummary[] };

const KINDS = [
  { value: 'test', words: 'Test', means: 'Each question once, graded on the server, marks in a gradebook.' },
  {
    value: 'retain',
    words: 'Retain until a date',
    means: 'Practice in short sessions, until the class will still know it on the day of the exam. No marks.',
  },
] as const;

/** What it is: kind, title, deck. */
export function AboutFields(props: AboutProps) {
  const { form, change, decks, problems } = props;
  return (
    <>
      <Radios
        id="assign-kind"
        label="Kind"
        options={KINDS}
        value={form.kind}
        onValue={(kind) =>
          change({ kind, ...(kind === 'retain' && form.by === 'questions' ? { by: 'all' as const } : {}) })
        }
      />
      <Title {...props} />
      <div class="field">
        <label for={fieldId('deck')}>Deck</label>
        <select
          id={fieldId('deck')}
          value={form.deck}
          aria-invalid={problems.deck !== undefined}
          aria-describedby={`${fieldId('deck')}-problem`}
          onChange={(event) =>
            change({ deck: event.currentTarget.value, tags: [], facts: [], questions: [] })
          }
        >
          <option value="">Choose a deck</option>
          {decks.map(({ id, title, facts, questions }) => (
            <option key={id} value={id}>
              {title} ({facts} facts, {questions} questions)
            </option>
          ))}
        </select>
        <FieldProblem id={`${fieldId('deck')}-problem`} problem={problems.deck ?? ''} />
      </div>
    </>
  );
}

/** The same once students may have begun: the title alone can be changed. */
export function AboutFixed(props: AboutProps) {
  const { form, decks } = props;
  return (
    <>
      <Title {...props} />
      <dl class="rows assign-fixed">
        <div>
          <dt>Kind</dt>
          <dd>{KINDS.find(({ value }) => value === form.kind)?.words}</dd>
        </div>
        <div>
          <dt>Deck</dt>
          <dd>{decks.find(({ id }) => id === form.deck)?.title ?? form.deck}</dd>
        </div>
      </dl>
    </>
  );
}

function Title({ form, change, problems }: AboutProps) {
  return (
    <TextField
      id={fieldId('title')}
      label="Title"
      value={form.title}
      onValue={(title) => change({ title })}
      problem={problems.title ?? ''}
    />
  );
}
