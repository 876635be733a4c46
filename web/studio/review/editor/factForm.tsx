import { STANDINGS } from '../../../../questions/standing.ts';
import { TextField } from '../../../classroom/parts/textField.tsx';
import { STANDING_MEANS } from '../../../standingWords.ts';
import { Area } from './area.tsx';
import { NOTE_KINDS, noteKindNamed, standingNamed, type FactFields } from './factFields.ts';
import type { FieldProblems } from './questionFields.ts';

interface FactFormProps {
  readonly id: string;
  readonly fields: FactFields;
  readonly problems: FieldProblems;
  readonly onFields: (fields: FactFields) => void;
  readonly language: string;
}

/** The fact behind a question: its statement and passage, whose word it is, and what a reader must know beside it. */
export function FactForm({ id, fields, problems, onFields, language }: FactFormProps) {
  const set = (part: Partial<FactFields>) => onFields({ ...fields, ...part });
  return (
    <fieldset class="review-fact">
      <legend>The fact</legend>
      <div class="field">
        <span id={`${id}-passage`}>The passage that proves it</span>
        <blockquote class="passage review-quote" aria-labelledby={`${id}-passage`} lang={language}>
          <mark>{fields.passage.exact}</mark>
        </blockquote>
        <p class="quiet">For another one select it in the document, then press “Take this as the passage”.</p>
      </div>
      <Area
        id={`${id}-statement`}
        label="The fact in one sentence"
        value={fields.statement}
        onValue={(statement) => set({ statement })}
        problem={problems['statement']}
        lang={language}
      />
      <div class="class-pair">
        <div class="field">
          <label for={`${id}-standing`}>Who vouches for it</label>
          <select
            id={`${id}-standing`}
            class="text"
            value={fields.standing}
            onChange={(event) => set({ standing: standingNamed(event.currentTarget.value) })}
          >
            {STANDINGS.map((standing) => (
              <option key={standing} value={standing}>
                {standing}: {STANDING_MEANS[standing]}
              </option>
            ))}
          </select>
        </div>
        {fields.standing !== 'stated' && (
          <TextField
            id={`${id}-by`}
            label="Whose claim it is"
            value={fields.by}
            onValue={(by) => set({ by })}
            problem={problems['by'] ?? ''}
          />
        )}
      </div>
      <div class="class-pair review-note">
        <div class="field">
          <label for={`${id}-note-kind`}>What learners read with the passage</label>
          <select
            id={`${id}-note-kind`}
            class="text"
            value={fields.noteKind}
            onChange={(event) => set({ noteKind: noteKindNamed(event.currentTarget.value) })}
          >
            {Object.entries(NOTE_KINDS).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <Area
          id={`${id}-note`}
          label="The note"
          value={fields.note}
          onValue={(note) => set({ note })}
          problem={problems['note']}
        />
      </div>
      <TextField
        id={`${id}-tags`}
        label="Tags"
        means="Small letters, separated by spaces."
        value={fields.tags}
        onValue={(tags) => set({ tags })}
        problem={problems['tags'] ?? ''}
      />
    </fieldset>
  );
}
