import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Act } from '../../../questions/classroom/act.ts';
import { writeAct } from '../ownActs.ts';
import { useDoing } from './doing.ts';
import { nameProblem } from './nameProblem.ts';
import { TextField } from './textField.tsx';

/** Another name for a class or for somebody in it: one field, and the act that it makes. */
export function Renaming(props: {
  readonly classId: string;
  /** The id of the field. */
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly actFor: (name: string) => Act;
  readonly onDone: (name: string) => void;
  readonly onClose: () => void;
}) {
  const { classId, id, label, actFor, onDone, onClose } = props;
  const [name, setName] = useState(props.name);
  const field = useRef<HTMLInputElement>(null);
  const { isBusy, problem, run, say } = useDoing();
  useLayoutEffect(() => field.current?.select(), []);
  const rename = async () => {
    const wrong = nameProblem(name);
    if (wrong !== '') {
      say(wrong);
      return field.current?.focus();
    }
    const said = await run(() => writeAct(classId, actFor(name.trim())));
    if (said?.ok === true) onDone(name.trim());
  };
  return (
    <form
      class="class-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <TextField id={id} label={label} value={name} onValue={setName} problem={problem} own={field} />
      <div class="actions">
        <button class="plain" aria-disabled={isBusy}>
          Save the name
        </button>
        <button type="button" class="quiet-link" onClick={onClose}>
          Leave it as it is
        </button>
      </div>
    </form>
  );
}
