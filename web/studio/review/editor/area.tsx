import { FieldProblem } from '../../../classroom/parts/textField.tsx';

export interface AreaProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What it is for, below it. */
  readonly means?: string;
  readonly problem?: string | undefined;
  readonly rows?: number;
  /** Each line is a thing by itself: Enter begins the next one, where it saves in other fields. */
  readonly hasLines?: boolean;
  readonly lang?: string | undefined;
}

/** A field for text of any length, with its label, what it means and what is wrong with it. */
export function Area(props: AreaProps) {
  const { id, label, value, onValue, means, problem = '', rows = 2, hasLines = false, lang } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="text"
        rows={rows}
        value={value}
        lang={lang}
        data-lines={hasLines ? '' : undefined}
        aria-invalid={problem !== ''}
        aria-describedby={means === undefined ? `${id}-problem` : `${id}-means ${id}-problem`}
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
