import { AUTHORED_KINDS, KIND_WORDS, type AuthoredKind } from '../kindWords.ts';
import { Area } from './area.tsx';
import { Check } from './kindFields.tsx';
import type { FieldProblems, QuestionFields } from './questionFields.ts';

/** What kind of question it is. */
export function KindField(props: {
  readonly id: string;
  readonly kind: AuthoredKind;
  readonly onKind: (kind: AuthoredKind) => void;
}) {
  const { id, kind, onKind } = props;
  const choose = (name: string) => {
    const chosen = AUTHORED_KINDS.find((one) => one === name);
    if (chosen !== undefined) onKind(chosen);
  };
  return (
    <div class="field">
      <label for={`${id}-kind`}>Kind</label>
      <select
        id={`${id}-kind`}
        class="text"
        value={kind}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {AUTHORED_KINDS.map((one) => (
          <option key={one} value={one}>
            {KIND_WORDS[one].name}: {KIND_WORDS[one].means}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What a question of any kind may have beside its own fields. */
export function MoreFields(props: {
  readonly id: string;
  readonly fields: QuestionFields;
  readonly problems: FieldProblems;
  readonly onFields: (fields: QuestionFields) => void;
  readonly language: string;
}) {
  const { id, fields, problems, onFields, language } = props;
  const set = (part: Partial<QuestionFields>) => onFields({ ...fields, ...part });
  const isUsed = fields.hint !== '' || fields.explanation !== '' || fields.inferred;
  return (
    <details class="review-more" open={isUsed}>
      <summary>Hint and explanation</summary>
      <Area
        id={`${id}-hint`}
        label="Hint"
        value={fields.hint}
        onValue={(hint) => set({ hint })}
        problem={problems['hint']}
        lang={language}
      />
      <Area
        id={`${id}-explanation`}
        label="Explanation"
        means="Shown after the answer."
        value={fields.explanation}
        onValue={(explanation) => set({ explanation })}
        problem={problems['explanation']}
        lang={language}
      />
      <Check
        id={`${id}-inferred`}
        label="The answer follows from the passage, but does not stand in it"
        isOn={fields.inferred}
        onChange={(inferred) => set({ inferred })}
      />
    </details>
  );
}
