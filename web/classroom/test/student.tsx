import type { StudentAssignment } from '../../../questions/classroom/api.ts';
import { Page } from '../../page.tsx';

/** A test as its student sees it. */
export function TestStudent(props: {
  readonly classId: string;
  readonly assignment: Extract<StudentAssignment, { kind: 'test' }>;
}) {
  return <Page name={props.assignment.title} />;
}
