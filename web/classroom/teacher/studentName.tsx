import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { writeAct } from '../ownActs.ts';
import { useDoing } from '../parts/doing.ts';
import { nameProblem } from '../parts/nameProblem.ts';
import { TextField } from '../parts/textField.tsx';
import type { StudentLineProps } from './studentLine.tsx';

/** A teacher's name for a student. */
export function StudentName(props: StudentLineProps & { readonly onClose: () => void }) {
  const { classId, student, onDone, onClose } = props;
  const id = useId();
  const [name, setName] = useState(student.name);
  const field = useRef<HTMLInputElement>(null);
  const { isBusy, problem, run, say } = useDoing();
  useLayoutEffect(() => field.current?.select(), []);
  const rename = async () => {
    const wrong = nameProblem(name);
    if (wrong !== '') {
      say(wrong);
      return field.current?.focus();
    }
    const { member } = student;
    const said = await run(() => writeAct(classId, { type: 'student', member, name: name.trim() }));
    if (said?.ok !== true) return;
    onClose();
    onDone(`${student.name} is ${name.trim()} now.`);
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
      <TextField
        id={id}
        label={`Name of ${student.name} in this class`}
        value={name}
        onValue={setName}
        problem={problem}
        own={field}
      />
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
