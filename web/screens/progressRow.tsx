import { useId } from 'preact/hooks';
import type { FactProgress, HeldReset, HistoryEntry } from '../../questions/progress.ts';
import { momentText } from '../clock.ts';
import type { Starting } from '../starting.ts';
import { OUTCOME_WORDS } from '../verdictWords.ts';
import { dueWords, shareWords } from '../words.ts';
import { Afresh, StartedAfresh } from './afresh.tsx';

/** One fact of a deck's progress. */
export interface ProgressRowProps {
  readonly name: string;
  readonly fact: FactProgress;
  /** Its answers that count. */
  readonly entries: readonly HistoryEntry[];
  /** Its starts afresh that hold. */
  readonly resets: readonly HeldReset[];
  readonly starting: Starting;
  /** The moment, in ms since 1970. */
  readonly now: number;
}

/** A fact's strength and its next date, and behind its name what was answered. */
export function ProgressRow(props: ProgressRowProps) {
  const { name, fact, entries, resets, now } = props;
  const nameId = useId();
  return (
    <tr>
      <th scope="row">
        <span id={nameId}>{name}</span>
        {entries.length + resets.length > 0 && <History {...props} nameId={nameId} />}
      </th>
      <td>
        <Strength fact={fact} name={name} />
      </td>
      <td>{fact.dueAtMs === null ? '' : dueWords(fact.dueAtMs, now)}</td>
    </tr>
  );
}

/** The model's number means little for a fact that was just missed: it says so in words. */
function Strength({ fact: { stage, strength }, name }: { fact: FactProgress; name: string }) {
  if (stage === 'new') return <>new</>;
  if (stage === 'learning') return <>still learning</>;
  return (
    <>
      {shareWords(strength)}
      <meter class="strength" min={0} max={1} value={strength} aria-label={`Strength of: ${name}`}>
        {shareWords(strength)}
      </meter>
    </>
  );
}

function History({ fact, entries, resets, starting, nameId }: ProgressRowProps & { nameId: string }) {
  const { step } = starting;
  // The status below speaks of the one that was just made.
  const before = resets.filter(({ id }) => step.at !== 'started' || id !== step.reset);
  const lines = [...before, ...entries].sort((a, b) => a.atMs - b.atMs);
  return (
    <details class="history">
      <summary class="quiet">{historyWords(entries.length)}</summary>
      {lines.length > 0 && (
        <ol>
          {lines.map((line) => (
            <li key={line.id} class="quiet">
              {'answer' in line ? (
                <AnswerLine {...line} />
              ) : (
                <StartedAfresh reset={line} starting={starting} namedBy={nameId} />
              )}
            </li>
          ))}
        </ol>
      )}
      <Afresh about={fact.fact} answers={entries.length} starting={starting} namedBy={nameId} />
    </details>
  );
}

function historyWords(answers: number): string {
  if (answers === 0) return 'Started afresh';
  return answers === 1 ? 'One answer' : `${answers} answers`;
}

function AnswerLine({ atMs, answer, outcome }: HistoryEntry) {
  return (
    <>
      {momentText(atMs)}: {answerText(answer)} – {OUTCOME_WORDS[outcome]}
    </>
  );
}

function answerText(answer: HistoryEntry['answer']): string {
  if (answer === null) return 'not known';
  if (typeof answer === 'string') return `“${answer}”`;
  return answer.map((item) => (typeof item === 'string' ? item : item.join(' – '))).join(', ');
}
