import type { GivenAnswers } from '../../../questions/classroom/givenAnswers.ts';
import type { ItemAnalysis } from '../../../questions/classroom/itemAnalysis.ts';
import { shareWords } from '../../words.ts';
import { Bar } from './bar.tsx';

/** What was answered, how often, and by whom: a table, each figure with its bar. */
export function AnswersGiven({ item, solution }: { item: ItemAnalysis; solution: readonly string[] }) {
  const { given, n, third } = item;
  if (given.length === 0 || n === 0) return null;
  return (
    <div class="scroll" role="region" aria-label="What was answered" tabIndex={0}>
      <table class="table answers-given">
        <caption class="sr-only">
          What was answered, by how many, and by how many of the best and the weakest third
        </caption>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">Of {n}</th>
            {third > 0 && (
              <>
                <th scope="col">Best {third}</th>
                <th scope="col">Weakest {third}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {given.map((answer) => (
            <tr key={answer.text}>
              <th scope="row">
                {answer.text}
                <Note answer={answer} isKey={solution.includes(answer.text)} />
              </th>
              <Figure count={answer.count} of={n} look="share" />
              {third > 0 && (
                <>
                  <Figure count={answer.upper} of={third} look="upper" />
                  <Figure count={answer.lower} of={third} look="lower" />
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ count, of, look }: { count: number; of: number; look: 'share' | 'upper' | 'lower' }) {
  return (
    <td class="figure">
      {count}
      <Bar share={of === 0 ? 0 : count / of} look={look} />
    </td>
  );
}

function Note({ answer, isKey }: { answer: GivenAnswers; isKey: boolean }) {
  const { share, idle } = answer;
  if (share === 1 || (share === null && isKey))
    return (
      <span class="mark-word" data-mark="right">
        {' '}
        <span aria-hidden="true">✓ </span>right
      </span>
    );
  if (idle) return <span class="mark-word"> hardly anyone chooses it</span>;
  return share !== null && share > 0 ? <span class="mark-word"> counts {shareWords(share)}</span> : null;
}
