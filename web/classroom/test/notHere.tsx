import type { Sat } from './sat.ts';
import type { SittingRun } from './sittingRun.ts';

/** An attempt that is not sat in this tab. */
export function NotHere(props: {
  readonly where: Exclude<Sat['where'], 'here'>;
  readonly run: SittingRun;
  readonly onLeave: () => void;
}) {
  const { where, run, onLeave } = props;
  if (where === 'asking')
    return (
      <main class="main">
        <p class="loading" role="status">
          One moment …
        </p>
      </main>
    );
  const isOtherTab = where === 'other-tab';
  return (
    <main class="main">
      <section class="empty" role="alert">
        <h1>{isOtherTab ? 'This test is open in another tab' : 'It was handed in on another device'}</h1>
        <p>
          {isOtherTab
            ? 'Go on there, or go on here: everything that was done comes with you.'
            : 'Nothing more can be changed. The receipt is on that device.'}
        </p>
        <div class="actions">
          <button type="button" class="primary" onClick={isOtherTab ? run.takeOver : onLeave}>
            {isOtherTab ? 'Go on here' : 'Back to the assignment'}
          </button>
        </div>
      </section>
    </main>
  );
}
