import { useEffect, useRef } from 'preact/hooks';
import type { Listed } from './questionList.tsx';
import type { SittingRun } from './sittingRun.ts';
import { openWords } from './testWords.ts';

/** The end of a test: what is still open, and handing in. */
export function Ending({ run, all }: { run: SittingRun; all: readonly Listed[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const handIn = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const open = all.filter(({ stand }) => stand === 'open').length;
  const begun = all.filter(({ stand }) => stand === 'begun').length;
  const flagged = all.filter((one) => one.flagged).length;
  const firstOpen = all.findIndex(({ stand }) => stand !== 'answered');
  const words = openWords(open, begun);
  // Enter went on from question to question: here it goes to the button, so that nobody hands in by haste.
  const toButton = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== heading.current) return;
    event.preventDefault();
    handIn.current?.focus();
  };
  return (
    <section class="test-ending" aria-label="The end" onKeyDown={toButton}>
      <h1 ref={heading} tabIndex={-1}>
        {words === '' ? 'All are answered' : 'Before you hand in'}
      </h1>
      <p class="lead">
        {words === '' ? 'You can still look at each of them and change it.' : words}{' '}
        {flagged > 0 && `${flagged === 1 ? 'One is' : `${flagged} are`} marked to come back to.`}
      </p>
      <div class="actions">
        {firstOpen >= 0 && (
          <button type="button" class="primary" onClick={() => run.go(firstOpen)}>
            Go to question {firstOpen + 1}
          </button>
        )}
        <button ref={handIn} type="button" class={firstOpen < 0 ? 'primary' : 'plain'} onClick={run.handIn}>
          {firstOpen < 0 ? 'Hand in' : 'Hand in like this'}
        </button>
        <button type="button" class="quiet-link" onClick={() => run.go(all.length - 1)}>
          Previous
        </button>
      </div>
      <p class="quiet">What is handed in can no longer be changed. You get a receipt.</p>
    </section>
  );
}
