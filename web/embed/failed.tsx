import type { LoadProblem } from '../loaded.ts';

const WORDS: Readonly<Record<LoadProblem['code'], readonly [title: string, text: string]>> = {
  missing: ['There is no such deck', 'The name may be misspelt, or the deck has been taken away.'],
  unreachable: ['No connection', 'The questions could not be fetched. Try again when you are connected.'],
  unreadable: ['This cannot be read', 'A newer version may be there. Please load the page again.'],
};

/** In the place of a quiz that could not be fetched. */
export function Failed({ problem, retry }: { problem: LoadProblem; retry: () => void }) {
  const [title, text] = WORDS[problem.code];
  return (
    <main class="frame-pane">
      <section class="error" role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
        {problem.code !== 'missing' && (
          <div class="actions">
            <button type="button" class="primary" onClick={retry}>
              Try again
            </button>
          </div>
        )}
      </section>
    </main>
  );
}
