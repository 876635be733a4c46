import { useId } from 'preact/hooks';

/** What every field for a typed answer has: nothing that a browser adds, and `Enter` is "done". */
export const TYPED = {
  type: 'text',
  autocomplete: 'off',
  autocapitalize: 'off',
  autocorrect: 'off',
  spellcheck: false,
  enterkeyhint: 'done',
  maxLength: 500,
} as const;

/** One labelled line for a typed answer. `decimal` asks for the keyboard of figures. */
export function TypedField(props: {
  label: string;
  value: string;
  onValue: (value: string) => void;
  headingId: string;
  problemId: string | undefined;
  unit?: string | undefined;
  decimal?: boolean;
}) {
  const { label, value, onValue, headingId, problemId, unit, decimal } = props;
  const id = useId();
  const describedBy = [unit === undefined ? '' : `${id}-unit`, problemId ?? ''].join(' ').trim();
  return (
    <div class="typed">
      <label class="typed-label" id={`${id}-label`} for={id}>
        {label}
      </label>
      <div class="typed-row">
        <input
          {...TYPED}
          id={id}
          class={decimal === true ? 'text figures' : 'text'}
          inputMode={decimal === true ? 'decimal' : 'text'}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
          aria-labelledby={`${headingId} ${id}-label`}
          aria-invalid={problemId !== undefined}
          {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
        />
        {unit !== undefined && (
          <span class="unit" id={`${id}-unit`}>
            {unit}
          </span>
        )}
      </div>
    </div>
  );
}
