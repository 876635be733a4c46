import { Page } from '../page.tsx';

export function JoinScreen() {
  return <Page name="Join a class" />;
}
