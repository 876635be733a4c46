import type { LoadProblem } from './loaded.ts';
import { Page } from './page.tsx';

const WORDS: Readonly<Record<LoadProblem['code'], { readonly title: string; readonly text: string }>> = {
  missing: {
    title: 'There is no such deck',
    text: 'The address may be misspelt, or the deck has been taken away.',
  },
  unreachable: {
    title: 'No connection',
    text: 'This could not be fetched. Your answers are safe; try again when you are connected.',
  },
  unreadable: {
    title: 'This cannot be read',
    text: 'What came from the server is not what this page expects. Close every tab of Steppe and open it again: a newer version may be waiting.',
  },
};

/** A whole page in the place of a screen that could not be made. */
export function ProblemPage({ problem, retry }: { problem: LoadProblem; retry: () => void }) {
  const { title } = WORDS[problem.code];
  return (
    <Page name={title}>
      <main class="main">
        <ProblemBox problem={problem} retry={retry} />
      </main>
    </Page>
  );
}

function ProblemBox({ problem, retry }: { problem: LoadProblem; retry: () => void }) {
  const { title, text } = WORDS[problem.code];
  return (
    <section class="error" role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
      <div class="actions">
        {problem.code === 'missing' ? (
          <AllDecks look="primary" />
        ) : (
          <>
            <button type="button" class="primary" onClick={retry}>
              Try again
            </button>
            <AllDecks look="quiet-link" />
          </>
        )}
      </div>
    </section>
  );
}

function AllDecks({ look }: { look: 'primary' | 'quiet-link' }) {
  return (
    <a class={look} href="/">
      All decks
    </a>
  );
}
