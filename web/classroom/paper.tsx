import { Page } from '../page.tsx';
import type { ClassroomRoute } from './route.ts';

export function PaperScreen(props: ClassroomRoute) {
  return <Page name={props.class} />;
}
