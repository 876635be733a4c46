import { useId, useRef, useState } from 'preact/hooks';
import type { Student } from '../../../questions/classroom/state.ts';
import { momentText } from '../../clock.ts';
import { Merging } from './merging.tsx';
import { Removing } from './removing.tsx';
import { StudentName } from './studentName.tsx';
import type { TeacherProps } from './teacherClass.tsx';

export interface StudentLineProps extends TeacherProps {
  readonly student: Student;
  /** The other students, for one who joined anew. */
  readonly others: readonly Student[];
  /** Something was done, in words. */
  readonly onDone: (words: string) => void;
}

const PARTS = { name: StudentName, lost: Merging, out: Removing } as const;
type PartName = keyof typeof PARTS;
const PART_WORDS: Readonly<Record<PartName, string>> = {
  name: 'Rename',
  lost: 'Lost the key …',
  out: 'Take out …',
};

/** One student, and what can be done about them. */
export function StudentLine(props: StudentLineProps) {
  const { student, others } = props;
  const id = useId();
  const [open, setOpen] = useState<PartName | 'menu' | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(null);
    opener.current?.focus();
  };
  const Part = open === null || open === 'menu' ? null : PARTS[open];
  const merged = student.members.length - 1;
  return (
    <li>
      <div class="class-line">
        <span class="class-who">
          {student.name}
          <span class="quiet">
            joined {momentText(student.joinedAtMs)}
            {merged > 0 && (merged === 1 ? ', with an earlier key' : `, with ${merged} earlier keys`)}
          </span>
        </span>
        <button
          ref={opener}
          type="button"
          class="quiet-link"
          aria-label={`Change ${student.name}`}
          aria-expanded={open !== null}
          aria-controls={id}
          onClick={() => (open === null ? setOpen('menu') : close())}
        >
          Change
        </button>
      </div>
      <div id={id}>
        {open !== null && (
          <div class="actions class-menu">
            {(['name', 'lost', 'out'] as const)
              .filter((part) => part !== 'lost' || others.length > 0)
              .map((part) => (
                <button
                  key={part}
                  type="button"
                  class={`quiet-link ${part === 'out' ? 'danger' : ''}`}
                  aria-expanded={open === part}
                  onClick={() => setOpen(open === part ? 'menu' : part)}
                >
                  {PART_WORDS[part]}
                </button>
              ))}
          </div>
        )}
        {Part !== null && <Part {...props} onClose={close} />}
      </div>
    </li>
  );
}
