import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ClassErasedSchema } from '../../../questions/classroom/api.ts';
import { navigate } from '../../router.ts';
import { askServer } from '../../askServer.ts';
import { rememberClass } from '../own/ownClasses.ts';
import { writeAct } from '../ownActs.ts';
import { useDoing } from '../parts/doing.ts';
import { TextField } from '../parts/textField.tsx';
import type { TeacherProps } from './teacherClass.tsx';

/** A class's end: put away, or deleted with everything in it. */
export function Ending(props: TeacherProps) {
  const { classId, state } = props;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { isBusy, problem, run } = useDoing();
  const archive = () => run(() => writeAct(classId, { type: 'archive', archived: !state.archived }));
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <section class="class-part" aria-labelledby="ending">
      <h2 id="ending">When it is over</h2>
      <p class="quiet">
        An archived class can still be read by all who are in it; nobody joins. Deleting it removes
        everything.
      </p>
      <div class="actions">
        <button type="button" class="quiet-link" aria-disabled={isBusy} onClick={() => void archive()}>
          {state.archived ? 'Take it out of the archive' : 'Archive'}
        </button>
        <button
          ref={opener}
          type="button"
          class="quiet-link danger"
          aria-expanded={isOpen}
          onClick={() => (isOpen ? close() : setOpen(true))}
        >
          Delete the class …
        </button>
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
      {isOpen && <Deleting {...props} onClose={close} />}
    </section>
  );
}

function Deleting({ classId, state, onClose }: TeacherProps & { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [removed, setRemoved] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { isBusy, problem, run, say } = useDoing();
  useLayoutEffect(() => field.current?.focus(), []);
  const erase = async () => {
    if (typed.trim() !== state.name) {
      say('That is not the name of this class.');
      return field.current?.focus();
    }
    for (let count = removed ?? 0; ;) {
      const said = await run(() => askServer('DELETE', `/classes/${classId}`, ClassErasedSchema));
      if (said?.ok !== true) return;
      count += said.value.removed;
      setRemoved(count);
      if (!said.value.more) break;
    }
    rememberClass(classId, null);
    navigate('/classes');
  };
  return (
    <form
      class="error class-form"
      aria-labelledby="deleting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void erase();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && removed === null) onClose();
      }}
    >
      <h3 id="deleting">Delete this class with everything in it?</h3>
      <p>
        Every assignment, answer, mark and name is removed for all teachers and students. Nobody can bring it
        back. What students practised in their own decks stays theirs.
      </p>
      <TextField
        id="class-typed"
        label={`To be sure, type its name: ${state.name}`}
        value={typed}
        onValue={setTyped}
        problem={problem}
        own={field}
      />
      <p class="quiet" role="status">
        {removed !== null && `Removing: ${removed} entries so far.`}
      </p>
      <div class="actions">
        <button class="plain danger" aria-disabled={isBusy}>
          {isBusy ? 'Deleting …' : removed === null ? 'Delete everything' : 'Go on deleting'}
        </button>
        {removed === null && (
          <button type="button" class="quiet-link" onClick={onClose}>
            Leave it as it is
          </button>
        )}
      </div>
    </form>
  );
}
