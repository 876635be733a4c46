import { Page } from '../page.tsx';

/** In the place of a project that this browser does not have. */
export function MissingProject() {
  const title = 'This project is not in this browser';
  return (
    <Page name={title}>
      <main class="main">
        <section class="empty">
          <h1>{title}</h1>
          <p>
            It may lie in another browser, or have been deleted here. A deck that was published can be opened
            from the server with your key.
          </p>
          <div class="actions">
            <a class="primary" href="/studio">
              The studio
            </a>
          </div>
        </section>
      </main>
    </Page>
  );
}
