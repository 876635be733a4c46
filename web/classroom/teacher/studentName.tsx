import { useId } from 'preact/hooks';
import { Renaming } from '../parts/renaming.tsx';
import type { StudentLineProps } from './studentLine.tsx';

/** A teacher's name for a student. */
export function StudentName(props: StudentLineProps & { readonly onClose: () => void }) {
  const { classId, student, onDone, onClose } = props;
  const { member, name: before } = student;
  return (
    <Renaming
      classId={classId}
      id={useId()}
      label={`Name of ${before} in this class`}
      name={before}
      actFor={(name) => ({ type: 'student', member, name })}
      onDone={(name) => {
        onClose();
        onDone(`${before} is ${name} now.`);
      }}
      onClose={onClose}
    />
  );
}
