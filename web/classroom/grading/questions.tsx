import { useEffect, useMemo } from 'preact/hooks';
import { analyse, type ItemAnalysis } from '../../../questions/classroom/itemAnalysis.ts';
import type { Column } from '../../../questions/classroom/gradebook.ts';
import { shareWords } from '../../words.ts';
import { Bar } from './bar.tsx';
import { discriminationText, secondsWords } from './gradingWords.ts';
import { QuestionPart } from './questionPart.tsx';
import type { DeckReading } from './testDeck.ts';
import type { GradingProps } from './testViews.tsx';
import { questionAnchor } from './views.tsx';

/** How each question worked: at a glance, and one by one with its answers, its key and its passage. */
export function Questions(props: GradingProps & { readonly deck: DeckReading }) {
  const { gradebook, deck } = props;
  const items = useMemo(
    () =>
      analyse(gradebook, (ref) => (deck.state === 'read' ? deck.deck.questions.get(ref)?.view : undefined)),
    [gradebook, deck],
  );
  useArrival(gradebook.columns.length > 0);
  if (gradebook.columns.length === 0)
    return (
      <section class="empty">
        <h2>No question has been asked yet</h2>
        <p>Once students have begun, every question stands here with its answers, its key and its passage.</p>
      </section>
    );
  return (
    <section aria-labelledby="questions-heading">
      <h2 id="questions-heading">At a glance</h2>
      <Glance columns={gradebook.columns} items={items} />
      {deck.state === 'failed' && (
        <p class="notice" role="status">
          Keys and passages could not be fetched. {deck.why}
        </p>
      )}
      {gradebook.columns.map((column, at) => {
        const item = items[at];
        if (item === undefined) throw new Error(`Inconsistent: no analysis of ${column.question}`);
        return <QuestionPart key={column.question} {...props} column={column} item={item} at={at} />;
      })}
    </section>
  );
}

/** Goes to the question that the address names, after the page has gone to its own heading. */
function useArrival(isThere: boolean): void {
  useEffect(() => {
    const question = isThere ? document.getElementById(window.location.hash.slice(1)) : null;
    if (question === null) return;
    const timer = setTimeout(() => {
      question.scrollIntoView();
      question.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [isThere]);
}

interface GlanceProps {
  readonly columns: readonly Column[];
  readonly items: readonly ItemAnalysis[];
}

function Glance({ columns, items }: GlanceProps) {
  return (
    <div class="scroll" role="region" aria-labelledby="questions-heading" tabIndex={0}>
      <table class="table glance">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Right</th>
            <th scope="col" class="num">
              Tells apart
            </th>
            <th scope="col" class="num">
              Time
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ question, prompt }, at) => (
            <GlanceRow key={question} prompt={prompt} item={items[at]} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GlanceRow({ prompt, item, at }: { prompt: string; item: ItemAnalysis | undefined; at: number }) {
  const { shareRight = null, discrimination = null, medianSeconds = null } = item ?? {};
  return (
    <tr>
      <th scope="row">
        <a href={`#${questionAnchor(at)}`}>
          {at + 1}. {prompt}
        </a>
      </th>
      <td class="glance-right">
        {shareRight === null ? '–' : shareWords(shareRight)}
        <Bar share={shareRight} />
      </td>
      <td class="num">{discrimination === null ? '–' : discriminationText(discrimination)}</td>
      <td class="num">{medianSeconds === null ? '–' : secondsWords(medianSeconds)}</td>
    </tr>
  );
}
