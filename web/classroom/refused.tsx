import { Page } from '../page.tsx';
import type { Said } from '../askServer.ts';

type Refusal = Extract<Said<never>, { ok: false }>;

const WORDS: Readonly<Record<string, { readonly title: string; readonly text: string }>> = {
  'unknown-class': {
    title: 'This is not one of your classes',
    text: 'There may be no such class, or the key on this device is not in it: it may never have joined, or have been taken out. Some pages are for its teachers alone. What you handed in stays with the class.',
  },
  'unknown-assignment': {
    title: 'There is no such assignment',
    text: 'Your teacher may have withdrawn it, or the address may be misspelt.',
  },
  'no-learner-key': {
    title: 'This device has no key yet',
    text: 'Classes belong to a key. Join with the code from your teacher, or bring the key from your other device.',
  },
  'unknown-attempt': {
    title: 'There is no such attempt',
    text: 'It may be another student’s, or it was begun a moment ago and the server’s lists do not show it yet.',
  },
  'results-not-yet': {
    title: 'The results are not told yet',
    text: 'They come when the test says so. Come back then.',
  },
  'no-results': {
    title: 'The results of this test are not told here',
    text: 'Your teacher has them.',
  },
  unreachable: {
    title: 'No connection',
    text: 'The server could not be reached. What you have answered is kept on this device.',
  },
};

/** A whole page in the place of something of a class that could not be had. */
export function RefusedPage(props: {
  readonly refusal: Refusal;
  readonly retry: () => void;
  /** Where to go instead. */
  readonly back?: { readonly href: string; readonly words: string };
}) {
  const { refusal, retry, back = { href: '/classes', words: 'Your classes' } } = props;
  const { title, text } = WORDS[refusal.code] ?? { title: 'This did not work', text: refusal.why };
  const hasNoKey = refusal.code === 'no-learner-key';
  return (
    <Page name={title}>
      <main class="main">
        <section class="error" role="alert">
          <h1>{title}</h1>
          <p>{text}</p>
          <div class="actions">
            {refusal.isPassing && (
              <button type="button" class="primary" onClick={retry}>
                Try again
              </button>
            )}
            {hasNoKey && (
              <a class="primary" href="/join">
                Join a class
              </a>
            )}
            <a class={refusal.isPassing || hasNoKey ? 'quiet-link' : 'primary'} href={back.href}>
              {back.words}
            </a>
          </div>
        </section>
      </main>
    </Page>
  );
}
