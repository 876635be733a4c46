import { useMemo, useState } from 'preact/hooks';
import type { Place } from '../../../questions/passage.ts';
import { reasonWords } from '../../verdictWords.ts';
import { questionSeed } from '../questionSeed.ts';
import type { ReadSitting } from './readSitting.ts';
import { toldIn } from './readSitting.ts';
import { workedAt, type Sat } from './sat.ts';
import type { SittingRun } from './sittingRun.ts';
import { TestQuestion } from './testQuestion.tsx';
import { ToldAnswer, ToldMarks } from './toldAnswer.tsx';
import { worthWords } from './testWords.ts';

/** The question that is shown, with what can be done in it; with feedback at once its verdict follows the answer. */
export function AskedQuestion(props: {
  readonly run: SittingRun;
  readonly sat: Sat;
  readonly at: number;
  readonly question: ReadSitting['questions'][number];
}) {
  const { run, sat, at, question } = props;
  const { sitting, deck } = sat.fixed;
  const [elsewhere, setElsewhere] = useState<Place>();
  const isForGood = sitting.feedback === 'at-once';
  const worked = workedAt(sat, at);
  const feedback = toldIn(sitting).get(at);
  const isGiving = isForGood && sat.progress.parts.some(isWaitingFor(at));
  const unclear = sat.unclear?.at === at ? sat.unclear : null;
  // The same object for the same answer, so that the focus moves once.
  const said = useMemo(
    () => (unclear === null ? null : { words: reasonWords(unclear.feedback.verdict, 1) }),
    [unclear],
  );
  const seed = questionSeed(sitting.seed, at);
  const of = sitting.questions.length;
  const goOn = () => run.go(at + 1);
  const giveUp = () => {
    run.setDraft(at, null);
    if (isForGood) run.giveForGood(at);
    else goOn();
  };
  return (
    <>
      <TestQuestion
        view={question.view}
        seed={seed}
        worked={worked}
        kicker={`Question ${at + 1} of ${of} · ${worthWords(question.outOf)}`}
        isForGood={isForGood}
        isClosed={isGiving || feedback !== undefined}
        {...(feedback === undefined
          ? {}
          : {
              marks: (
                <ToldMarks
                  view={question.view}
                  seed={seed}
                  answer={worked.draft ?? null}
                  feedback={feedback}
                  onShowPlace={setElsewhere}
                />
              ),
            })}
        unclear={said}
        primary={primaryWords({ isForGood, isGiving, isTold: feedback !== undefined, isLast: at + 1 === of })}
        onDraft={(draft) => run.setDraft(at, draft)}
        onPrimary={() => (isForGood && feedback === undefined ? run.giveForGood(at) : goOn())}
        onUnknown={giveUp}
        more={<Aside run={run} at={at} flagged={worked.flagged} isTold={feedback !== undefined} />}
      />
      {isGiving && sat.isFailing && (
        <p class="notice" role="status">
          The server cannot be reached. Your answer is kept here and sent again by itself.
        </p>
      )}
      {sat.refusal !== null && (
        <p class="error" role="alert">
          {sat.refusal.why} The answer is kept on this device.
        </p>
      )}
      {feedback !== undefined && (
        <ToldAnswer
          feedback={feedback}
          deck={deck}
          language={sitting.language}
          elsewhere={elsewhere}
          onBack={() => setElsewhere(undefined)}
        />
      )}
    </>
  );
}

function isWaitingFor(at: number) {
  return ({ state, answers }: Sat['progress']['parts'][number]) =>
    state === 'waiting' && answers.some((given) => given.at === at);
}

function primaryWords(now: {
  isForGood: boolean;
  isGiving: boolean;
  isTold: boolean;
  isLast: boolean;
}): string {
  if (now.isGiving) return 'Checking …';
  if (now.isForGood && !now.isTold) return 'Check';
  return now.isLast ? 'To the end' : 'Next';
}

function Aside(props: { run: SittingRun; at: number; flagged: boolean; isTold: boolean }) {
  const { run, at, flagged, isTold } = props;
  return (
    <>
      {at > 0 && (
        <button type="button" class="quiet-link" onClick={() => run.go(at - 1)}>
          Previous
        </button>
      )}
      {!isTold && (
        <button type="button" class="quiet-link" aria-pressed={flagged} onClick={() => run.flag(at)}>
          {flagged ? 'Marked to come back' : 'Come back to this'}
        </button>
      )}
    </>
  );
}
