import { useState } from 'preact/hooks';
import { answersCsv, marksCsv } from '../../../questions/classroom/csv.ts';
import type { Column, Gradebook } from '../../../questions/classroom/gradebook.ts';
import { shareWords } from '../../words.ts';
import { download } from '../../download.ts';
import { fileNameOf } from './csvFile.ts';
import { countedOf, overviewWords, pointsText } from './gradingWords.ts';
import { sortedRows, type SortedBy } from './sorting.ts';
import { StudentRow } from './studentRow.tsx';
import type { GradingProps } from './testViews.tsx';
import { viewPath } from './views.tsx';

/** Students × questions: who has done what, and the marks. */
export function Marks(props: GradingProps) {
  const { gradebook } = props;
  const [by, setBy] = useState<SortedBy>('name');
  const rows = sortedRows(gradebook.rows, by);
  return (
    <section aria-labelledby="marks-heading">
      <h2 id="marks-heading" class="sr-only">
        Marks
      </h2>
      <p>{overviewWords(gradebook)}</p>
      {rows.length > 0 && (
        <>
          <div class="gradebook" role="region" aria-label="Marks, students by questions" tabIndex={0}>
            <table>
              <caption class="sr-only">
                Each student’s state, points in all, and points for each question
              </caption>
              <Head {...props} by={by} onBy={setBy} />
              <tbody>
                {rows.map((row) => (
                  <StudentRow key={row.member} row={row} {...props} />
                ))}
              </tbody>
              <Foot gradebook={gradebook} />
            </table>
          </div>
          <Key />
          <Files {...props} />
        </>
      )}
    </section>
  );
}

function Head(props: GradingProps & { by: SortedBy; onBy: (by: SortedBy) => void }) {
  const { gradebook, by, onBy } = props;
  return (
    <thead>
      <tr>
        <SortHead name="Student" own="name" by={by} onBy={onBy} look="student" />
        <SortHead name="State" own="state" by={by} onBy={onBy} />
        <SortHead name="Total" own="total" by={by} onBy={onBy} look="num" />
        {gradebook.columns.map((column, at) => (
          <th key={column.question} scope="col" class="num">
            <a href={viewPath(props.classId, props.assigned.id, 'questions', at)} title={column.prompt}>
              <span class="sr-only">Question </span>
              {at + 1}
              <span class="sr-only">: {column.prompt}</span>
            </a>
            <span class="column-note">{columnNote(column)}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

const REPAIRED = { key: 'key repaired', credit: 'credit for all', drop: 'dropped' } as const;

function columnNote({ outOf, repair }: Column): string {
  return repair === null ? `of ${pointsText(outOf)}` : REPAIRED[repair];
}

function SortHead(props: {
  name: string;
  own: SortedBy;
  by: SortedBy;
  onBy: (by: SortedBy) => void;
  look?: string;
}) {
  const { name, own, by, onBy, look } = props;
  const isBy = own === by;
  return (
    <th scope="col" class={look} {...(isBy ? { 'aria-sort': 'ascending' as const } : {})}>
      <button type="button" class="sort" onClick={() => onBy(own)}>
        {name}
        <span aria-hidden="true">{isBy ? ' ↓' : ''}</span>
        {!isBy && <span class="sr-only">, sort by this</span>}
      </button>
    </th>
  );
}

/** What the class reached on average, where somebody has a counted attempt. */
function Foot({ gradebook }: { gradebook: Gradebook }) {
  const attempts = gradebook.rows.flatMap((row) => countedOf(row) ?? []);
  if (attempts.length === 0) return null;
  const totals = attempts.flatMap(({ points, outOf }) => (outOf > 0 ? [points / outOf] : []));
  return (
    <tfoot>
      <tr>
        <th scope="row" class="student">
          Mean of {attempts.length}
        </th>
        <td />
        <td class="num">{meanText(totals)}</td>
        {gradebook.columns.map(({ question }) => (
          <td key={question} class="num">
            {meanText(
              attempts.flatMap(({ marks }) =>
                marks.flatMap((mark) =>
                  mark.question === question && mark.share !== null ? [mark.share] : [],
                ),
              ),
            )}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** The mean of shares (0 to 1) in per cent. */
function meanText(shares: readonly number[]): string {
  if (shares.length === 0) return '–';
  return shareWords(shares.reduce((sum, share) => sum + share, 0) / shares.length);
}

function Key() {
  return (
    <p class="quiet marks-key">
      “–” was not answered in time, “·” was not asked, “late” came after the end and does not count. A name
      opens what the student answered.
    </p>
  );
}

/** RFC 4180, section 3. */
const CSV = 'text/csv;charset=utf-8';

function Files({ gradebook, readAtMs }: GradingProps) {
  const { title } = gradebook;
  return (
    <div class="actions">
      <button
        type="button"
        class="plain"
        onClick={() => download(fileNameOf(title, 'marks', readAtMs), marksCsv(gradebook), CSV)}
      >
        Download marks (CSV)
      </button>
      <button
        type="button"
        class="plain"
        onClick={() => download(fileNameOf(title, 'answers', readAtMs), answersCsv(gradebook), CSV)}
      >
        Download answers (CSV)
      </button>
    </div>
  );
}
