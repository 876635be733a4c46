import type { ComponentChildren, RefObject } from 'preact';

export interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What it is for, below it. */
  readonly means?: ComponentChildren;
  /** What is wrong with it; empty where nothing is. */
  readonly problem?: string;
  /** `moment` is a date and a time of this device's zone. */
  readonly type?: 'text' | 'number' | 'moment';
  /** Of a number. */
  readonly range?: { readonly min: number; readonly max: number; readonly step: number };
  readonly autocomplete?: string;
  readonly class?: string;
  readonly own?: RefObject<HTMLInputElement | null>;
}

/** A field with its label, what it means, and what is wrong with it. */
export function TextField(props: TextFieldProps) {
  const { id, label, means, problem = '' } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Input {...props} />
      {means !== undefined && (
        <p class="quiet" id={`${id}-means`}>
          {means}
        </p>
      )}
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </div>
  );
}

function Input({ id, value, onValue, means, problem = '', type = 'text', ...props }: TextFieldProps) {
  const shared = {
    id,
    value,
    ref: props.own ?? null,
    class: `text ${props.class ?? ''}`,
    autocomplete: props.autocomplete ?? 'off',
    'aria-invalid': problem !== '',
    'aria-describedby': means === undefined ? `${id}-problem` : `${id}-means ${id}-problem`,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value),
  };
  if (type === 'number') return <input type="number" inputMode="decimal" {...props.range} {...shared} />;
  return type === 'moment' ? <input type="datetime-local" {...shared} /> : <input type="text" {...shared} />;
}

/** What is wrong with a field; stands there before, so that it is heard. */
export function FieldProblem({ id, problem }: { id: string; problem: string }) {
  return (
    <p class="field-problem" id={id} role="alert">
      {problem}
    </p>
  );
}
