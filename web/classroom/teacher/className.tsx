import { useRef, useState } from 'preact/hooks';
import { Renaming } from '../parts/renaming.tsx';
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
      {isOpen && (
        <Renaming
          classId={classId}
          id="class-name"
          label="What the class is called"
          name={state.name}
          actFor={(name) => ({ type: 'name', name })}
          onDone={close}
          onClose={close}
        />
      )}
    </>
  );
}
