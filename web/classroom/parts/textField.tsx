import type { ComponentChildren, Ref } from 'preact';

export interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What it is for, below it. */
  readonly means?: ComponentChildren;
  /** What is wrong with it; empty where nothing is. */
  readonly problem?: string;
  readonly type?: 'text' | 'number' | 'datetime-local';
  /** Of a number. */
  readonly range?: { readonly min: number; readonly max: number; readonly step: number };
  readonly disabled?: boolean;
  readonly autocomplete?: string;
  readonly class?: string;
  readonly own?: Ref<HTMLInputElement>;
}

/** A field with its label, what it means, and what is wrong with it. */
export function TextField(props: TextFieldProps) {
  const { id, label, value, onValue, means, problem = '', type = 'text', own } = props;
  const described = [means === undefined ? [] : [`${id}-means`], `${id}-problem`].flat().join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...(own === undefined ? {} : { ref: own })}
        id={id}
        class={`text ${props.class ?? ''}`}
        type={type}
        {...(props.range === undefined ? {} : props.range)}
        disabled={props.disabled === true}
        autocomplete={props.autocomplete ?? 'off'}
        value={value}
        aria-invalid={problem !== ''}
        aria-describedby={described}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {means !== undefined && (
        <p class="quiet" id={`${id}-means`}>
          {means}
        </p>
      )}
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </div>
  );
}

/** What is wrong with a field; stands there before, so that it is heard. */
export function FieldProblem({ id, problem }: { id: string; problem: string }) {
  return (
    <p class="field-problem" id={id} role="alert">
      {problem}
    </p>
  );
}
