import type { Assigned, ClassState } from '../../../questions/classroom/state.ts';

/** What a class will still know on the day, as its teacher sees it. */
export function RetainTeacher(props: {
  readonly classId: string;
  readonly state: ClassState;
  readonly assigned: Assigned;
}) {
  return <p>{props.assigned.settings.title}</p>;
}
