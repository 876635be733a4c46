import { Page } from '../page.tsx';
import type { ClassroomRoute } from './route.ts';

export function AssignScreen(props: ClassroomRoute) {
  return <Page name={props.class} />;
}
