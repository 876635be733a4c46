import { useId, useState } from 'preact/hooks';
import type * as v from 'valibot';
import type { Place } from '../../../questions/passage.ts';
import { questionSeed } from '../questionSeed.ts';
import { ChangeWords } from './before.tsx';
import { Dispute } from './dispute.tsx';
import type { ReadResultsSchema } from './results.tsx';
import { pointsWords } from './testWords.ts';
import { ToldAnswer, ToldMarks } from './toldAnswer.tsx';

type Results = v.InferOutput<typeof ReadResultsSchema>;

/** One question of an attempt with its points, its marks, its passage, and what was said about it. */
export function QuestionResult(props: {
  readonly results: Results;
  readonly question: Results['questions'][number];
  /** The attempt's path in the API. */
  readonly path: string;
}) {
  const { results, question, path } = props;
  const [elsewhere, setElsewhere] = useState<Place>();
  const id = useId();
  const { at, view, feedback, answer, change, share, points, outOf } = question;
  const hasKind = feedback.told !== undefined;
  return (
    <li class="result" aria-labelledby={id}>
      <div class="result-main">
        <p class="kicker">
          Question {at + 1} · {share === null ? 'does not count' : pointsWords(points, outOf)}
        </p>
        <h2 id={id}>{view.prompt}</h2>
        {hasKind && (
          <ToldMarks
            view={view}
            seed={questionSeed(results.seed, at)}
            answer={answer ?? null}
            feedback={feedback}
            onShowPlace={setElsewhere}
          />
        )}
        {change !== null && (
          <p class="note">
            <ChangeWords how={change.how} /> {change.words}
          </p>
        )}
        <Dispute path={`${path}/disputes/${at}`} dispute={question.dispute} prompt={view.prompt} />
      </div>
      <div class="result-told">
        <ToldAnswer
          feedback={feedback}
          deck={results.deck}
          language={results.language}
          elsewhere={elsewhere}
          onBack={() => setElsewhere(undefined)}
        />
      </div>
    </li>
  );
}
