import { useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { Student } from '../../../questions/classroom/state.ts';
import { askServer } from '../../askServer.ts';
import { rememberGone } from '../ownActs.ts';
import { useDoing } from '../parts/doing.ts';
import { StudentLine } from './studentLine.tsx';
import type { TeacherProps } from './teacherClass.tsx';

/** Who is in the class, and who was. */
export function Students(props: TeacherProps) {
  const { state, refresh } = props;
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const here = state.students.filter(({ gone }) => !gone);
  const gone = state.students.filter((student) => student.gone);
  // The line that was changed may be gone, and the focus with it.
  const onDone = (words: string) => {
    setSaid(words);
    heading.current?.focus();
  };
  return (
    <section class="class-part" aria-labelledby="students">
      <h2 id="students" ref={heading} tabIndex={-1}>
        Students{here.length > 0 && <span class="class-count"> {here.length}</span>}
      </h2>
      <p class="quiet" role="status">
        {said}
      </p>
      {here.length === 0 ? (
        <p class="quiet">Nobody has joined yet. Show the code, or send the link.</p>
      ) : (
        <ul class="class-list">
          {here.map((student) => (
            <StudentLine
              key={student.member}
              {...props}
              student={student}
              others={here.filter((other) => other !== student)}
              onDone={onDone}
            />
          ))}
        </ul>
      )}
      <p class="quiet class-foot">
        Whoever joins now may take a minute to show.{' '}
        <button type="button" class="quiet-link inline" onClick={refresh}>
          Look again
        </button>
      </p>
      {gone.length > 0 && <Gone {...props} gone={gone} onDone={onDone} />}
    </section>
  );
}

function Gone(props: TeacherProps & { gone: readonly Student[]; onDone: (words: string) => void }) {
  return (
    <details class="class-gone">
      <summary>Taken out, or left: {props.gone.length}</summary>
      <ul class="class-list">
        {props.gone.map((student) => (
          <GoneLine key={student.member} classId={props.classId} student={student} onDone={props.onDone} />
        ))}
      </ul>
    </details>
  );
}

function GoneLine(props: { classId: string; student: Student; onDone: (words: string) => void }) {
  const { classId, student, onDone } = props;
  const { isBusy, problem, run } = useDoing();
  const takeBack = async () => {
    const path = `/classes/${classId}/members/${student.member}`;
    const said = await run(() => askServer('PUT', path, v.null()));
    if (said?.ok !== true) return;
    rememberGone(classId, student.member, false);
    onDone(`${student.name} is in the class again, with everything that was there.`);
  };
  return (
    <li>
      <div class="class-line">
        <span>{student.name}</span>
        <button
          type="button"
          class="quiet-link"
          aria-label={`Take ${student.name} back in`}
          aria-disabled={isBusy}
          onClick={() => void takeBack()}
        >
          Take back in
        </button>
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
    </li>
  );
}
