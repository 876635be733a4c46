import { Page } from '../page.tsx';

export function TeachScreen() {
  return <Page name="Teach a class" />;
}
