import { Page } from '../page.tsx';

/** To be written. */
export function ProjectScreen({ id }: { id: string }) {
  return (
    <Page name="Studio">
      <main class="main">
        <h1>{id}</h1>
      </main>
    </Page>
  );
}
