import { useRef, useState } from 'preact/hooks';
import type { Column, Mark, MarkedAttempt, Row } from '../../../questions/classroom/gradebook.ts';
import { momentText } from '../../clock.ts';
import { answerText, counted, pointsText, secondsWords } from './gradingWords.ts';
import { MoreTime } from './moreTime.tsx';
import type { GradingProps } from './testViews.tsx';

/** A student's attempts with every answer, and the way to give more time. */
export function StudentDetail(props: GradingProps & { readonly row: Row }) {
  const { row, gradebook } = props;
  const [isGiving, setGiving] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setGiving(false);
    opener.current?.focus();
  };
  return (
    <div class="student-detail">
      <p class="quiet">
        Closes for {row.name} {momentText(row.closesAtMs)}
        {row.extraMinutes > 0 && `, ${counted(row.extraMinutes, 'extra minute')} included`}.
      </p>
      <div class="actions">
        <button
          ref={opener}
          type="button"
          class="plain"
          aria-expanded={isGiving}
          onClick={() => setGiving(!isGiving)}
        >
          {row.extraMinutes > 0 ? 'Change the time' : 'Give more time'}
        </button>
      </div>
      {isGiving && <MoreTime {...props} onClose={close} />}
      {row.attempts.length === 0 && <p>No attempt yet.</p>}
      {row.attempts.map((attempt, at) => (
        <Attempt
          key={attempt.attempt}
          attempt={attempt}
          name={row.attempts.length === 1 ? 'The attempt' : `Attempt ${at + 1} of ${row.attempts.length}`}
          counts={row.counted === at}
          columns={gradebook.columns}
        />
      ))}
    </div>
  );
}

function Attempt(props: {
  attempt: MarkedAttempt;
  name: string;
  counts: boolean;
  columns: readonly Column[];
}) {
  const { attempt, name, counts, columns } = props;
  return (
    <section class="attempt">
      <h3>
        {name}: {pointsText(attempt.points)} of {pointsText(attempt.outOf)} points
        {counts ? '' : ', does not count'}
      </h3>
      <p class="quiet">{timesWords(attempt)}</p>
      {attempt.earlierRevision && <p class="quiet">The deck has changed since this attempt began.</p>}
      <table class="table answers">
        <caption class="sr-only">{name}, answer by answer</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Answer</th>
            <th scope="col" class="num">
              Points
            </th>
            <th scope="col" class="num">
              Time
            </th>
          </tr>
        </thead>
        <tbody>
          {attempt.marks.map((mark) => (
            <AnswerRow key={mark.at} mark={mark} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function timesWords({ startedAtMs, submittedAtMs, endsAtMs, lastAtMs }: MarkedAttempt): string {
  const began = `Began ${momentText(startedAtMs)}`;
  if (submittedAtMs !== null) return `${began}, handed in ${momentText(submittedAtMs)}.`;
  const last = lastAtMs === null ? 'nothing was saved in time' : `last saved ${momentText(lastAtMs)}`;
  return `${began}, not handed in; ${last}. Time until ${momentText(endsAtMs)}.`;
}

function AnswerRow({ mark, columns }: { mark: Mark; columns: readonly Column[] }) {
  const at = columns.findIndex(({ question }) => question === mark.question);
  return (
    <tr>
      <th scope="row">
        {at + 1}. {columns[at]?.prompt}
      </th>
      <td>
        {mark.answer === undefined ? (
          <span class="quiet">not answered in time</span>
        ) : (
          answerText(mark.answer)
        )}
        {mark.late !== undefined && (
          <p class="late">
            Late, {momentText(mark.late.receivedAtMs)}, not counted: {answerText(mark.late.answer)}
          </p>
        )}
      </td>
      <td class="num">
        {mark.share === null ? 'dropped' : `${pointsText(mark.points)} of ${pointsText(mark.outOf)}`}
      </td>
      <td class="num">{mark.seconds > 0 ? secondsWords(mark.seconds) : '–'}</td>
    </tr>
  );
}
