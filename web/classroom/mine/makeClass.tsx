import { useId, useRef, useState } from 'preact/hooks';
import { MadeClassSchema } from '../../../questions/classroom/api.ts';
import type { ActId } from '../../../questions/classroom/ids.ts';
import { navigate } from '../../router.ts';
import { classPath } from '../../routes.ts';
import { askServer } from '../../askServer.ts';
import { newActId, rememberAct, rememberTeacher } from '../ownActs.ts';
import { rememberClass } from '../own/ownClasses.ts';
import { useDoing } from '../parts/doing.ts';
import { nameProblem } from '../parts/nameProblem.ts';
import { TextField } from '../parts/textField.tsx';

/** Makes a class: two names, and it is there. */
export function MakeClass() {
  const id = useId();
  const [name, setName] = useState('');
  const [teacher, setTeacher] = useState('');
  const [isAsked, setAsked] = useState(false);
  // One name for all tries, so that a second try makes no second class; the server takes it for ten minutes.
  const nonce = useRef<ActId | undefined>(undefined);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const { isBusy, problem, run } = useDoing();
  const nameWrong = nameProblem(name);
  const teacherWrong = nameProblem(teacher);

  const make = async () => {
    setAsked(true);
    if (nameWrong !== '') return first.current?.focus();
    if (teacherWrong !== '') return second.current?.focus();
    const act = (nonce.current ??= newActId());
    const said = await run(() =>
      askServer('POST', '/classes', MadeClassSchema, { nonce: act, name, teacher }),
    );
    if (said === undefined) return;
    if (!said.ok) {
      if (said.code === 'act-not-now') nonce.current = undefined;
      return;
    }
    const { class: made, code } = said.value;
    rememberAct(made, act, { type: 'made', name: name.trim(), code });
    rememberTeacher(made, teacher.trim());
    rememberClass(made, { class: made, role: 'teacher', name: name.trim() });
    navigate(classPath(made));
  };
  return (
    <section class="class-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Make a class</h2>
      <p class="quiet">A minute’s work. Then you have a code that students join with.</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <div class="class-pair">
          <TextField
            id={`${id}-name`}
            label="What the class is called"
            value={name}
            onValue={setName}
            problem={isAsked ? nameWrong : ''}
            own={first}
          />
          <TextField
            id={`${id}-teacher`}
            label="Your name, as the class sees it"
            value={teacher}
            onValue={setTeacher}
            autocomplete="name"
            problem={isAsked ? teacherWrong : ''}
            own={second}
          />
        </div>
        <p class="problem" role="alert">
          {problem}
        </p>
        <div class="actions">
          <button class="primary" aria-disabled={isBusy}>
            {isBusy ? 'One moment …' : 'Make the class'}
          </button>
        </div>
      </form>
    </section>
  );
}
