import { Page } from '../page.tsx';
import type { ClassroomRoute } from './route.ts';

export function AssignmentScreen(props: ClassroomRoute) {
  return <Page name={props.class} />;
}
