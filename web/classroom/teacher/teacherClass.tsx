import { useMemo } from 'preact/hooks';
import type { ClassView } from '../../../questions/classroom/api.ts';
import { foldClass } from '../../../questions/classroom/foldClass.ts';
import type { ClassState } from '../../../questions/classroom/state.ts';
import type { ClassId, MemberId } from '../../../questions/classroom/ids.ts';
import { useObserved } from '../../observed.ts';
import { Page } from '../../page.tsx';
import { ownChanges } from '../own/ownKept.ts';
import { withOwn } from '../ownActs.ts';
import { Assignments } from './assignments.tsx';
import { ClassName } from './className.tsx';
import { Ending } from './ending.tsx';
import { Joining } from './joining.tsx';
import { Students } from './students.tsx';
import { Teachers } from './teachers.tsx';

/** What every part of a teacher's class gets. */
export interface TeacherProps {
  readonly classId: ClassId;
  readonly me: MemberId;
  readonly state: ClassState;
  /** Asks the server anew. */
  readonly refresh: () => void;
}

/** A class as its teachers see it: what is set, who is in it, and how to join. */
export function TeacherClass(props: {
  readonly view: Extract<ClassView, { role: 'teacher' }>;
  readonly refresh: () => void;
}) {
  const { class: classId, me, record } = props.view;
  const changes = useObserved(ownChanges);
  const state = useMemo(() => foldClass(withOwn(classId, me, record)), [classId, me, record, changes]);
  const about: TeacherProps = { classId, me, state, refresh: props.refresh };
  const hasStudents = state.students.length > 0;
  const body = (
    <div key="body" class="class-body">
      <Assignments {...about} />
      <Students {...about} />
    </div>
  );
  // Where one stands below the other, the code comes first as long as nobody has joined.
  const side = (
    <div key="side" class="class-side">
      <Joining {...about} />
      <Teachers {...about} />
      <Ending {...about} />
    </div>
  );
  return (
    <Page name={state.name}>
      <main class="main classes class-page">
        <div class="class-head">
          <ClassName {...about} />
        </div>
        {hasStudents ? [body, side] : [side, body]}
      </main>
    </Page>
  );
}
