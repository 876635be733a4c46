import { useEffect, useMemo } from 'preact/hooks';
import { useObserved } from '../../observed.ts';
import { AskedQuestion } from './askedQuestion.tsx';
import { Ending } from './ending.tsx';
import { HandedIn } from './handedIn.tsx';
import { NotHere } from './notHere.tsx';
import { QuestionList } from './questionList.tsx';
import { standsOf, workedAt, type Sat } from './sat.ts';
import { sit, type SittingRun } from './sittingRun.ts';
import type { Begun } from './student.tsx';
import { TestBar } from './testBar.tsx';

/** An attempt: one question at a time, all of them within reach, and at its end the receipt. */
export function SittingScreen({ kept, sitting, isNew, onLeave }: Begun & { readonly onLeave: () => void }) {
  const run = useMemo(() => sit(kept, sitting, isNew), [kept.fixed.attempt]);
  useEffect(() => () => run.stop(), [run]);
  const sat = useObserved(run.state);
  useEffect(() => {
    document.title = `${sat.fixed.title} · Steppe`;
  }, []);
  return (
    <div class="page">
      <TestBar run={run} sat={sat} />
      <Part run={run} sat={sat} onLeave={onLeave} />
    </div>
  );
}

function Part({ run, sat, onLeave }: { run: SittingRun; sat: Sat; onLeave: () => void }) {
  const { progress, where, fixed } = sat;
  if (progress.handIn !== null) return <HandedIn run={run} sat={sat} onLeave={onLeave} />;
  if (where !== 'here') return <NotHere where={where} run={run} onLeave={onLeave} />;
  const { place } = progress;
  const stands = standsOf(sat);
  const all = stands.map((stand, at) => ({ stand, flagged: workedAt(sat, at).flagged }));
  const question = fixed.sitting.questions[place];
  return (
    <main class="test">
      <div class="test-main">
        {question === undefined ? (
          <Ending run={run} all={all} />
        ) : (
          <AskedQuestion key={place} run={run} sat={sat} at={place} question={question} />
        )}
      </div>
      <aside class="test-side" aria-label="The test">
        <QuestionList all={all} place={place} onGo={run.go} />
        {question !== undefined && (
          <button type="button" class="plain" onClick={() => run.go(stands.length)}>
            Hand in …
          </button>
        )}
      </aside>
    </main>
  );
}
