import { useId, useState } from 'preact/hooks';
import type { Student } from '../../../questions/classroom/state.ts';
import { momentText } from '../../clock.ts';
import { writeAct } from '../ownActs.ts';
import { Confirm } from '../parts/confirm.tsx';
import { useDoing } from '../parts/doing.ts';
import type { StudentLineProps } from './studentLine.tsx';

/** A student lost the key and joined anew: both entries become one. */
export function Merging(props: StudentLineProps & { readonly onClose: () => void }) {
  const { classId, student, others, onDone, onClose } = props;
  const id = useId();
  const candidates = likeliestFirst(student, others);
  const [chosen, setChosen] = useState(candidates[0]?.member);
  const { isBusy, problem, run } = useDoing();
  const into = candidates.find(({ member }) => member === chosen);
  if (into === undefined) return null;
  const merge = async () => {
    const act = { type: 'merge', from: student.member, into: into.member } as const;
    const said = await run(() => writeAct(classId, act));
    if (said?.ok === true) onDone(`What ${student.name} did is ${namedAs(student, into)} now.`);
  };
  return (
    <Confirm
      title={`${student.name} lost the key`}
      words="Make them one"
      isBusy={isBusy}
      problem={problem}
      onDo={() => void merge()}
      onCancel={onClose}
    >
      <p>Let them join once more with the code. Then choose who they are now.</p>
      <div class="field">
        <label for={id}>This is now</label>
        <select
          id={id}
          value={into.member}
          onChange={(event) =>
            setChosen(candidates.find(({ member }) => member === event.currentTarget.value)?.member)
          }
        >
          {candidates.map(({ member, name, joinedAtMs }) => (
            <option key={member} value={member}>
              {name}, joined {momentText(joinedAtMs)}
            </option>
          ))}
        </select>
      </div>
      <p>
        All attempts, marks and extra time of {student.name} (joined {momentText(student.joinedAtMs)}) become
        those of {into.name} (joined {momentText(into.joinedAtMs)}), and the list has one entry less. It is
        called {into.name}; you can rename it. This cannot be taken back.
      </p>
    </Confirm>
  );
}

/** Those who joined later come first, and among them those of the same name. */
function likeliestFirst(student: Student, others: readonly Student[]): readonly Student[] {
  const likelihood = ({ name, joinedAtMs }: Student) =>
    (joinedAtMs > student.joinedAtMs ? 2 : 0) + (name === student.name ? 1 : 0);
  return [...others].sort((a, b) => likelihood(b) - likelihood(a));
}

function namedAs(from: Student, into: Student): string {
  return from.name === into.name ? 'that of the new key' : `that of ${into.name}`;
}
