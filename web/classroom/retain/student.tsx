import type { StudentAssignment } from '../../../questions/classroom/api.ts';
import { Page } from '../../page.tsx';

/** A retain assignment as its student sees it. */
export function RetainStudent(props: {
  readonly classId: string;
  readonly assignment: Extract<StudentAssignment, { kind: 'retain' }>;
}) {
  return <Page name={props.assignment.deckTitle} />;
}
