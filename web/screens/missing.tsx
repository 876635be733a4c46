import { Page } from '../page.tsx';

/** An address that names nothing here. */
export function MissingScreen() {
  return (
    <Page name="Nothing here">
      <main class="main">
        <section class="empty">
          <h1>Nothing here</h1>
          <p>This address does not lead to a page of ours.</p>
          <div class="actions">
            <a class="primary" href="/">
              All decks
            </a>
          </div>
        </section>
      </main>
    </Page>
  );
}
