import { Page } from '../page.tsx';

export function ClassesScreen() {
  return <Page name="Classes" />;
}
