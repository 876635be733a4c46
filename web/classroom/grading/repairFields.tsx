import { useId } from 'preact/hooks';
import type { Column } from '../../../questions/classroom/gradebook.ts';
import type { View } from '../../../questions/kinds.ts';
import type { Draft } from '../../kind.ts';
import { screenOf } from '../../kinds.ts';
import { doingsFor, doneBy, TEACHERS_SEED, type Doing, type RepairDraft } from './repairing.ts';
import type { KnownQuestion } from './testDeck.ts';

const DOINGS: Readonly<Record<Doing, { readonly name: string; readonly means: string }>> = {
  key: { name: 'Change the key', means: 'Another answer is right.' },
  credit: { name: 'Give everyone credit', means: 'Everyone who was asked it has its points.' },
  drop: { name: 'Drop the question', means: 'It counts for nobody.' },
  undo: { name: 'Take back the repair', means: 'The deck’s own key holds again.' },
};

interface RepairFieldsProps {
  readonly column: Column;
  readonly known: KnownQuestion | undefined;
  readonly draft: RepairDraft;
  readonly onDraft: (draft: RepairDraft) => void;
  readonly headingId: string;
}

/** What is done, the right answer where the key changes, and the words for the students. */
export function RepairFields({ column, known, draft, onDraft, headingId }: RepairFieldsProps) {
  const id = useId();
  return (
    <>
      <fieldset class="doings" aria-labelledby={headingId}>
        {doingsFor(column, known !== undefined).map((one) => (
          <label key={one} class="doing">
            <input
              type="radio"
              name={`${id}-doing`}
              checked={draft.doing === one}
              onChange={() => onDraft(doneBy(draft, one))}
            />
            <span>
              {DOINGS[one].name} <span class="option-means">{DOINGS[one].means}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {draft.doing === 'key' && known !== undefined && draft.key !== undefined && (
        <KeyFields view={known.view} answer={draft.key} draft={draft} onDraft={onDraft} />
      )}
      {draft.doing !== 'undo' && (
        <div class="field">
          <label for={`${id}-words`}>What students read</label>
          <input
            id={`${id}-words`}
            type="text"
            maxLength={300}
            value={draft.words}
            onInput={(event) => onDraft({ ...draft, words: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}

interface KeyFieldsProps {
  readonly view: View;
  readonly answer: Draft;
  readonly draft: RepairDraft;
  readonly onDraft: (draft: RepairDraft) => void;
}

/** The right answer, in the question's own fields, and whether the deck's stays right. */
function KeyFields({ view, answer, draft, onDraft }: KeyFieldsProps) {
  const id = useId();
  const { Fields } = screenOf(view);
  return (
    <div class="repair-key">
      <h5 id={`${id}-right`}>The right answer</h5>
      <Fields
        view={view}
        seed={TEACHERS_SEED}
        draft={answer}
        headingId={`${id}-right`}
        problemId={undefined}
        onDraft={(key) => onDraft({ ...draft, key })}
      />
      <fieldset class="doings">
        <legend class="sr-only">What becomes of the deck’s own key</legend>
        <label class="doing">
          <input
            type="radio"
            name={`${id}-also`}
            checked={draft.also}
            onChange={() => onDraft({ ...draft, also: true })}
          />
          <span>
            Also right <span class="option-means">The deck’s answer stays right.</span>
          </span>
        </label>
        <label class="doing">
          <input
            type="radio"
            name={`${id}-also`}
            checked={!draft.also}
            onChange={() => onDraft({ ...draft, also: false })}
          />
          <span>
            Right instead <span class="option-means">The deck’s answer is wrong.</span>
          </span>
        </label>
      </fieldset>
    </div>
  );
}
