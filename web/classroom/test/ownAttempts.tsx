import { useEffect, useState } from 'preact/hooks';
import { isSameAttempt } from '../../../questions/classroom/unitedAttempts.ts';
import { momentText } from '../../clock.ts';
import { classPath } from '../../routes.ts';
import { keptAttempts, type KeptAttempt } from './keptAttempt.ts';
import { ReceiptShown } from './receiptShown.tsx';
import { mayAskResults, pointsWords, type StudentTest } from './testWords.ts';

type OwnAttempt = StudentTest['attempts'][number];

/** The student's attempts so far, each with what there is of it: points, results, receipt. */
export function OwnAttempts({
  classId,
  test,
  serverMs,
}: {
  classId: string;
  test: StudentTest;
  serverMs: number;
}) {
  const [kept, setKept] = useState<readonly KeptAttempt[]>([]);
  useEffect(() => void keptAttempts().then(setKept), [test]);
  if (test.attempts.length === 0) return null;
  return (
    <section class="test-attempts" aria-labelledby="own-attempts">
      <h2 id="own-attempts">{test.attempts.length === 1 ? 'Your attempt' : 'Your attempts'}</h2>
      <ol>
        {test.attempts.map((attempt, at) => (
          <li key={attempt.attempt}>
            <p>
              {test.attempts.length > 1 && <strong>Attempt {at + 1}. </strong>}
              {stateWords(attempt, serverMs)}
              {attempt.points !== undefined &&
                attempt.outOf !== undefined &&
                ` ${pointsWords(attempt.points, attempt.outOf)}.`}
              {test.attempts.length > 1 && attempt.counts && <span class="pill">counts</span>}
            </p>
            <div class="actions">
              {mayAskResults(test, attempt, serverMs) && (
                <a class="plain" href={`${classPath(classId, test.id)}?results=${attempt.attempt}`}>
                  Results
                </a>
              )}
            </div>
            <Receipt kept={kept.find(({ fixed }) => isSameAttempt(fixed.attempt, attempt.attempt))} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Receipt({ kept }: { kept: KeptAttempt | undefined }) {
  const done = kept?.progress.done;
  if (kept === undefined || done === undefined || done === null) return null;
  return (
    <details>
      <summary class="quiet">Receipt</summary>
      <ReceiptShown title={kept.fixed.title} {...done} />
    </details>
  );
}

function stateWords({ startedAtMs, submittedAtMs, endsAtMs }: OwnAttempt, serverMs: number): string {
  if (submittedAtMs !== null) return `Handed in ${momentText(submittedAtMs)}.`;
  if (serverMs < endsAtMs) return `Begun ${momentText(startedAtMs)}; it runs until ${momentText(endsAtMs)}.`;
  return `Begun ${momentText(startedAtMs)}, not handed in; what was saved by ${momentText(endsAtMs)} counts.`;
}
