import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { writeAct } from '../ownActs.ts';
import { useDoing } from '../parts/doing.ts';
import { nameProblem } from '../parts/nameProblem.ts';
import { TextField } from '../parts/textField.tsx';
import type { TeacherProps } from './teacherClass.tsx';

/** The class's name, and the way to change it. */
export function ClassName({ classId, state }: TeacherProps) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <p class="kicker">
        <a href="/classes">Classes</a>
      </p>
      <h1>{state.name}</h1>
      <p class="lead">
        {state.archived ? 'Archived. Nobody joins it now.' : 'You teach this class.'}{' '}
        <button
          ref={opener}
          type="button"
          class="quiet-link"
          aria-expanded={isOpen}
          onClick={() => (isOpen ? close() : setOpen(true))}
        >
          Rename
        </button>
      </p>
      {isOpen && <Renaming classId={classId} name={state.name} onClose={close} />}
    </>
  );
}

function Renaming(props: { classId: string; name: string; onClose: () => void }) {
  const { classId, onClose } = props;
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
    const said = await run(() => writeAct(classId, { type: 'name', name: name.trim() }));
    if (said?.ok === true) onClose();
  };
  return (
    <form
      class="class-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <TextField
        id="class-name"
        label="What the class is called"
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
