import { TextField } from '../parts/textField.tsx';
import { fieldId, type Editing } from './editing.ts';

/** From when to when. */
export function DateFields({ form, change, problems }: Pick<Editing, 'form' | 'change' | 'problems'>) {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <section class="class-part" aria-labelledby="assign-when">
      <h2 id="assign-when">When</h2>
      <p class="quiet">
        Your time zone: {zone}. Students see the same moments in theirs. The server’s clock decides.
      </p>
      <div class="class-pair">
        <TextField
          id={fieldId('opensAtMs')}
          label="Opens"
          type="moment"
          value={form.opens}
          onValue={(opens) => change({ opens })}
          problem={problems.opensAtMs ?? ''}
        />
        {form.kind === 'test' ? (
          <TextField
            id={fieldId('closesAtMs')}
            label="Closes"
            type="moment"
            value={form.closes}
            onValue={(closes) => change({ closes })}
            means="What is answered by then counts, handed in or not."
            problem={problems.closesAtMs ?? ''}
          />
        ) : (
          <TextField
            id={fieldId('dateMs')}
            label="To be known on"
            type="moment"
            value={form.date}
            onValue={(date) => change({ date })}
            means="The exam, say."
            problem={problems.dateMs ?? ''}
          />
        )}
      </div>
      {form.kind === 'retain' && (
        <TextField
          id={fieldId('target')}
          label="How much of it, in per cent"
          type="number"
          range={{ min: 50, max: 97, step: 1 }}
          class="figures"
          value={form.target}
          onValue={(target) => change({ target })}
          means="The mean recall predicted for that moment. 90 is a good aim; each further step costs more practice than the one before."
          problem={problems.target ?? ''}
        />
      )}
    </section>
  );
}
