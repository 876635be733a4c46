import { useEffect, useRef } from 'preact/hooks';

/** An answer that could not be graded: the question above still holds it, so that its own button tries again too. */
export function NotGraded({ sealed, retry }: { sealed: boolean; retry: () => void }) {
  const own = useRef<HTMLElement>(null);
  useEffect(() => own.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section ref={own} class="error" role="alert">
      <h2>Your answer could not be checked</h2>
      <p>
        {sealed
          ? 'The answers of this deck are checked by the server, which could not be reached.'
          : 'What is needed to check it could not be reached.'}{' '}
        The answer is not lost, and it does not count yet.
      </p>
      <div class="actions">
        <button type="button" class="plain" onClick={retry}>
          Try again
        </button>
      </div>
    </section>
  );
}
