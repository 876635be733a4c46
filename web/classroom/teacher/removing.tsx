import * as v from 'valibot';
import { askServer } from '../../askServer.ts';
import { rememberGone } from '../ownActs.ts';
import { Confirm } from '../parts/confirm.tsx';
import { useDoing } from '../parts/doing.ts';
import type { StudentLineProps } from './studentLine.tsx';

/** Takes a student out, once it is said what that means. */
export function Removing(props: StudentLineProps & { readonly onClose: () => void }) {
  const { classId, student, onDone, onClose } = props;
  const { isBusy, problem, run } = useDoing();
  const remove = async () => {
    const path = `/classes/${classId}/members/${student.member}`;
    const said = await run(() => askServer('DELETE', path, v.null()));
    if (said?.ok !== true) return;
    rememberGone(classId, student.member, true);
    onDone(`${student.name} is out of the class.`);
  };
  return (
    <Confirm
      title={`Take ${student.name} out of the class?`}
      words="Take out"
      isBusy={isBusy}
      problem={problem}
      isGrave
      onDo={() => void remove()}
      onCancel={onClose}
    >
      <p>
        {student.name} sees the class no more, and the code does not let them in again. What was handed in
        stays in the gradebook. You can take them back in.
      </p>
    </Confirm>
  );
}
