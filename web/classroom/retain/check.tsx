import type { StandingReport } from '../../../questions/classroom/recall.ts';
import type { FactId } from '../../../questions/ids.ts';
import { deckPath } from '../../routes.ts';
import { practicePath, type Practice } from '../../sessionWanted.ts';
import { shareWords } from '../../words.ts';
import { counted } from './retainWords.ts';

interface CheckProps extends Pick<Practice, 'class' | 'assignment'> {
  readonly deck: string;
  /** The facts that were not asked since the date. */
  readonly unchecked: readonly FactId[];
  readonly report: StandingReport;
}

/** After the date: each fact is asked once more, and what came of it is held against what was predicted. */
export function Check({ deck, unchecked, report, ...practice }: CheckProps) {
  const checks = report.facts.flatMap(({ check }) => check ?? []);
  return (
    <section aria-labelledby="check">
      <h2 id="check">What you still know</h2>
      <p>{checks.length === 0 ? FIRST : resultWords(checks)}</p>
      <div class="actions">
        {unchecked.length > 0 && (
          <a class="primary" href={practicePath(deck, { ...practice, only: unchecked, once: true })}>
            {checks.length === 0
              ? `Check ${counted(unchecked.length, 'fact')}`
              : `Check the other ${unchecked.length}`}
          </a>
        )}
        <a class={unchecked.length > 0 ? 'quiet-link' : 'primary'} href={deckPath(deck)}>
          Open the deck
        </a>
      </div>
    </section>
  );
}

const FIRST =
  'Each fact is asked once, in the form that fits your memory of it. It shows how right the prediction was; it is not a mark.';

function resultWords(checks: readonly { readonly predicted: number; readonly right: boolean }[]): string {
  const right = checks.filter((check) => check.right).length;
  const predicted = checks.reduce((sum, check) => sum + check.predicted, 0) / checks.length;
  return `Of ${counted(checks.length, 'fact')} you knew ${right}: ${shareWords(right / checks.length)}. Predicted were ${shareWords(predicted)}.`;
}
