import { useRef, useState } from 'preact/hooks';
import type { Allowance, Assigned, ClassState, Student } from '../../../questions/classroom/state.ts';
import { momentText } from '../../clock.ts';
import { AllowanceForm } from './allowanceForm.tsx';

/** Other conditions for single students: extra time, other dates. */
export function Allowances(props: { classId: string; state: ClassState; assigned: Assigned }) {
  const { classId, state, assigned } = props;
  const [said, setSaid] = useState('');
  const [chosen, setChosen] = useState('');
  const select = useRef<HTMLSelectElement>(null);
  const here = state.students.filter(({ gone }) => !gone);
  const student = here.find(({ member }) => member === chosen);
  const allowed = here.flatMap((one): readonly (readonly [Student, Allowance])[] => {
    const allowance = assigned.allowances.get(one.member);
    return allowance === undefined || isNone(allowance) ? [] : [[one, allowance]];
  });
  return (
    <section class="class-part" aria-labelledby="assign-allowances">
      <h2 id="assign-allowances">Other conditions for single students</h2>
      <p class="quiet">Extra minutes lengthen an attempt and move that student’s close.</p>
      {allowed.length > 0 && (
        <ul class="class-list">
          {allowed.map(([{ member, name }, allowance]) => (
            <li key={member} class="class-line">
              <span class="class-who">
                {name}
                <span class="quiet">{allowanceWords(allowance)}</span>
              </span>
              <button
                type="button"
                class="quiet-link"
                aria-label={`Change the conditions of ${name}`}
                onClick={() => setChosen(member)}
              >
                Change
              </button>
            </li>
          ))}
        </ul>
      )}
      {here.length === 0 ? (
        <p class="quiet">Nobody has joined yet.</p>
      ) : (
        <div class="field">
          <label for="assign-student">Student</label>
          <select
            ref={select}
            id="assign-student"
            value={chosen}
            onChange={(event) => {
              setSaid('');
              setChosen(event.currentTarget.value);
            }}
          >
            <option value="">Choose a student</option>
            {here.map(({ member, name }) => (
              <option key={member} value={member}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {student !== undefined && (
        <AllowanceForm
          key={student.member}
          classId={classId}
          assigned={assigned}
          student={student}
          onDone={() => {
            setChosen('');
            setSaid(`Saved for ${student.name}.`);
            select.current?.focus();
          }}
        />
      )}
      <p class="quiet" role="status">
        {said}
      </p>
    </section>
  );
}

function isNone({ extraMinutes, opensAtMs, closesAtMs }: Allowance): boolean {
  return extraMinutes === 0 && opensAtMs === null && closesAtMs === null;
}

function allowanceWords({ extraMinutes, opensAtMs, closesAtMs }: Allowance): string {
  const parts = [
    extraMinutes > 0 ? [`${extraMinutes} extra minutes`] : [],
    opensAtMs === null ? [] : [`opens ${momentText(opensAtMs)}`],
    closesAtMs === null ? [] : [`closes ${momentText(closesAtMs)}`],
  ];
  return parts.flat().join(', ');
}
