import { useEffect, useRef } from 'preact/hooks';
import { momentText } from '../../clock.ts';
import { ReceiptShown } from './receiptShown.tsx';
import { isOfAnotherDevice, savedInTime, type Sat } from './sat.ts';
import type { SittingRun } from './sittingRun.ts';

/** After handing in: on its way, with its receipt, or refused. */
export function HandedIn({ run, sat, onLeave }: { run: SittingRun; sat: Sat; onLeave: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { done, aside } = sat.progress;
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, [done === null, sat.refusal === null]);
  useEffect(() => {
    if (aside) onLeave();
  }, [aside]);
  const title = (words: string) => (
    <h1 ref={heading} tabIndex={-1}>
      {words}
    </h1>
  );
  if (done !== null)
    return (
      <main class="main">
        {title(done.late ? 'Handed in, after the end' : 'Handed in')}
        <DoneWords sat={sat} done={done} />
        <ReceiptShown title={sat.fixed.title} {...done} />
        <div class="actions">
          <button type="button" class="primary" onClick={onLeave}>
            Back to the assignment
          </button>
        </div>
      </main>
    );
  if (sat.refusal !== null)
    return (
      <main class="main">
        <section class="error" role="alert">
          {title('This could not be handed in')}
          <p>
            {refusalWords(sat.refusal)}{' '}
            {sat.isKept ? 'Your answers are kept on this device.' : 'Please do not close this page.'}
          </p>
          <div class="actions">
            <button type="button" class="primary" onClick={run.tryAgain}>
              Try again
            </button>
            <button type="button" class="quiet-link" onClick={run.putAside}>
              Put it aside
            </button>
          </div>
        </section>
      </main>
    );
  return (
    <main class="main">
      {title('Handing in …')}
      {sat.isFailing && (
        <p class="notice" role="status">
          The server cannot be reached. It is tried again by itself.{' '}
          {sat.isKept
            ? 'Everything is kept on this device. Please leave this page open, or come back to it when you are connected.'
            : 'This device has no room to keep your answers: please do not close this page before that.'}{' '}
          <InTimeSoFar sat={sat} />
        </p>
      )}
    </main>
  );
}

function DoneWords({ sat, done }: { sat: Sat; done: NonNullable<Sat['progress']['done']> }) {
  const { receivedAtMs, late } = done;
  if (isOfAnotherDevice(sat))
    return (
      <p class="notice">
        Another device had handed it in {momentText(receivedAtMs)}. What was changed here after that does not
        count.
      </p>
    );
  return late ? <LateWords sat={sat} receivedAtMs={receivedAtMs} /> : <InTimeWords sat={sat} />;
}

function InTimeWords({ sat }: { sat: Sat }) {
  const { feedback } = sat.fixed.sitting;
  const results = {
    'at-once': 'The results are with the assignment.',
    'at-end': 'The results are with the assignment now.',
    'after-close': 'The results are told after the test has closed for everyone.',
    never: 'The results are with your teacher.',
  }[feedback];
  const count = sat.progress.handIn?.answers.length ?? 0;
  return (
    <p class="lead">
      {count} of {sat.fixed.sitting.questions.length} answered. {results}
    </p>
  );
}

/** What was in time and what was not. */
function LateWords({ sat, receivedAtMs }: { sat: Sat; receivedAtMs: number }) {
  const saved = savedInTime(sat);
  return (
    <p class="notice">
      The test ended {momentText(sat.fixed.sitting.endsAtMs)}; the server had this {momentText(receivedAtMs)}.{' '}
      {saved === 0
        ? 'None of your answers had been saved before the end.'
        : `${saved === 1 ? 'One answer' : `${saved} answers`} had been saved in time and count as they were then.`}{' '}
      What came later is kept, your teacher sees when it came, and can let it count.
    </p>
  );
}

function InTimeSoFar({ sat }: { sat: Sat }) {
  const saved = savedInTime(sat);
  return <>{saved > 0 && `${saved} of your answers are already there.`}</>;
}

function refusalWords({ code, why }: { code: string; why: string }): string {
  if (code === 'unknown-class')
    return 'You are no longer in this class. Ask your teacher to take you back in.';
  if (code === 'attempt-over') return 'It ended more than a week ago, and the server takes nothing more.';
  if (code === 'unknown-attempt') return 'The server does not know this attempt.';
  return why;
}
