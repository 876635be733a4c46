import * as v from 'valibot';
import { ResultsSchema } from '../../../questions/classroom/api.ts';
import { FeedbackSchema } from '../../keySchema.ts';
import { Page } from '../../page.tsx';
import { classPath } from '../../routes.ts';
import { ViewSchema } from '../../viewSchema.ts';
import { useAsked } from '../asked.ts';
import { askServer } from '../../askServer.ts';
import { RefusedPage } from '../refused.tsx';
import { QuestionResult } from './questionResult.tsx';
import { pointsWords } from './testWords.ts';

/** Results with their questions and verdicts read through. */
export const ReadResultsSchema = v.object({
  ...ResultsSchema.entries,
  questions: v.array(
    v.object({
      ...ResultsSchema.entries.questions.item.entries,
      view: ViewSchema,
      feedback: FeedbackSchema,
    }),
  ),
});

/** An attempt's results: the points, and each question with its marks and its passage. */
export function ResultsScreen(props: {
  readonly classId: string;
  readonly id: string;
  readonly attempt: string;
}) {
  const { classId, id, attempt } = props;
  const path = `/classes/${classId}/assignments/${id}/attempts/${attempt}`;
  const { said, again } = useAsked(() => askServer('GET', `${path}/results`, ReadResultsSchema));
  const back = { href: classPath(classId, id), words: 'Back to the assignment' };
  if (said === undefined) return <Page loading />;
  if (!said.ok) return <RefusedPage refusal={said} retry={again} back={back} />;
  const results = said.value;
  return (
    <Page name={`Results · ${results.title}`}>
      <main class="main wide results">
        <p class="kicker">
          <a class="quiet-link" href={back.href}>
            {results.title}
          </a>
        </p>
        <h1>{pointsWords(results.points, results.outOf)}</h1>
        <ol class="result-list">
          {results.questions.map((question) => (
            <QuestionResult key={question.at} results={results} question={question} path={path} />
          ))}
        </ol>
      </main>
    </Page>
  );
}
