import { useEffect, useRef } from 'preact/hooks';
import type { Schedule } from '../questions/schedule.ts';
import { mayClaim } from './answering.ts';
import { nowMs } from './clock.ts';
import type { StudyDeck } from './deckSchema.ts';
import type { Told } from './phase.ts';
import { ReportButton } from './reportButton.tsx';
import { formsOf } from './studyDeck.ts';
import type { Studying } from './studying.ts';
import { dueWords } from './words.ts';

/** What can be done once an answer is told, and when its fact comes back. */
export function AfterActions({ told, studying, deck }: { told: Told; studying: Studying; deck: StudyDeck }) {
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), [told.claimed]);
  const { question, schedule } = studying;
  const isOnce = studying.session.once === true;
  const claimable = question !== undefined && mayClaim(question, told.feedback.verdict);
  return (
    <>
      <div class="actions">
        <button ref={next} type="button" class="primary" aria-describedby="verdict" onClick={studying.next}>
          Next
          <span class="by-key" aria-hidden="true">
            {' '}
            ⏎
          </span>
        </button>
        {claimable && !told.claimed && (
          <button type="button" class="quiet-link" onClick={studying.claim}>
            I was right
          </button>
        )}
        {!isOnce && (
          <button type="button" class="quiet-link" onClick={studying.undo}>
            Undo
          </button>
        )}
        <ReportButton key={told.answered.id} deck={deck} told={told} />
      </div>
      <p class="quiet" role="status">
        {told.claimed && 'Counted as right. '}
        {!isOnce && againWords(told, schedule, formsOf(deck, told.answered.fact) > 1)}
      </p>
    </>
  );
}

/** When the fact comes back, and whether it will look different. */
function againWords({ answered, claimed }: Told, schedule: Schedule, hasOtherForms: boolean): string {
  const memory = schedule.facts.get(answered.fact);
  if (memory === undefined) return '';
  const isSoon = memory.lastRating === 1 && !claimed;
  const when = isSoon ? 'soon' : dueWords(memory.dueAtMs, nowMs());
  return `You will see this fact again ${when}${hasOtherForms ? ', in another form' : ''}.`;
}
