import { Radios } from '../parts/radios.tsx';
import { TextField } from '../parts/textField.tsx';
import { fieldId, type Editing } from './editing.ts';

const FEEDBACK = [
  {
    value: 'after-close',
    words: 'After the close',
    means:
      'Marks and right answers for everybody at once, when the last student’s time is over, extra time included.',
  },
  {
    value: 'at-end',
    words: 'When handed in',
    means: 'Each student learns marks and right answers at once, and can tell those who are still writing.',
  },
  {
    value: 'at-once',
    words: 'After each question',
    means:
      'The verdict and the passage follow each answer, which cannot be changed then. Costs the server one write a question instead of a few a test.',
  },
  {
    value: 'never',
    words: 'Never',
    means: 'Students see neither marks nor answers; you have them in the gradebook.',
  },
] as const;

const COUNTS = [
  { value: 'best', words: 'The best' },
  { value: 'first', words: 'The first' },
  { value: 'last', words: 'The last' },
] as const;

/** The rules of a test: time, attempts, feedback. */
export function RuleFields({ form, change, problems }: Pick<Editing, 'form' | 'change' | 'problems'>) {
  return (
    <section class="class-part" aria-labelledby="assign-rules">
      <h2 id="assign-rules">Rules</h2>
      <div class="class-pair">
        <TextField
          id={fieldId('minutes')}
          label="Time limit, in minutes"
          type="number"
          range={{ min: 1, max: 600, step: 1 }}
          class="figures"
          value={form.minutes}
          onValue={(minutes) => change({ minutes })}
          means="From the start of an attempt. Leave it empty for no limit but the close."
          problem={problems.minutes ?? ''}
        />
        <TextField
          id={fieldId('attempts')}
          label="Attempts"
          type="number"
          range={{ min: 1, max: 10, step: 1 }}
          class="figures"
          value={form.attempts}
          onValue={(attempts) => change({ attempts })}
          problem={problems.attempts ?? ''}
        />
      </div>
      {form.attempts.trim() !== '1' && (
        <Radios
          id="assign-counts"
          label="Which attempt counts"
          options={COUNTS}
          value={form.counts}
          onValue={(counts) => change({ counts })}
        />
      )}
      <Radios
        id="assign-feedback"
        label="When students are told"
        options={FEEDBACK}
        value={form.feedback}
        onValue={(feedback) => change({ feedback })}
      />
    </section>
  );
}
