import { Page } from '../page.tsx';

/** To be written. */
export function StudioScreen() {
  return (
    <Page name="Studio">
      <main class="main">
        <h1>The studio</h1>
      </main>
    </Page>
  );
}
