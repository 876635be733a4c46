import type { Step } from './studySession.ts';

const STEP_WORDS: Readonly<Record<Step, string>> = {
  right: 'right',
  close: 'nearly right',
  partial: 'partly right',
  wrong: 'not right',
  now: 'this question',
  open: 'to come',
};

/** A session's steps, and how many of them are done. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const done = steps.filter((step) => step !== 'open').length;
  return (
    <>
      <ol class="steps" aria-label="Questions of this session">
        {steps.map((step, at) => (
          <li key={at} class="step" data-state={step}>
            <span class="sr-only">{STEP_WORDS[step]}</span>
          </li>
        ))}
      </ol>
      <span class="count">
        {done} of {steps.length}
      </span>
    </>
  );
}
