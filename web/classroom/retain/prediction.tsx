import type { PredictionCheck } from '../../../questions/classroom/recallReport.ts';
import { shareWords } from '../../words.ts';
import { Bar } from '../grading/bar.tsx';
import { predictionWords } from './retainWords.ts';

/** After the date: what was predicted, held against the first answers since. */
export function Prediction({ check }: { check: PredictionCheck }) {
  return (
    <section aria-labelledby="prediction">
      <h2 id="prediction">How right the prediction was</h2>
      <p>{predictionWords(check)}</p>
      <div class="scroll" role="region" aria-labelledby="prediction" tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Between</th>
              <th scope="col">Predicted</th>
              <th scope="col">Right</th>
              <th scope="col" class="num">
                Answers
              </th>
            </tr>
          </thead>
          <tbody>
            {check.bins.map(({ from, to, n, predicted, right }) => (
              <tr key={from}>
                <th scope="row">
                  {Math.round(from * 100)} to {shareWords(to)}
                </th>
                <td class="glance-right">
                  {shareWords(predicted)}
                  <Bar share={predicted} look="lower" />
                </td>
                <td class="glance-right">
                  {shareWords(right)}
                  <Bar share={right} />
                </td>
                <td class="num">{n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet">
        Brier score {check.brier.toFixed(2)}: 0 is a perfect prediction, 0.25 is what saying one half each
        time gets. Each fact counts with its first answer on or after the date.
      </p>
    </section>
  );
}
