import { useId, useState } from 'preact/hooks';
import type { Column, Mark, Row } from '../../../questions/classroom/gradebook.ts';
import { countedOf, pointsText, remarksOn, STATE_SIGNS, stateWords } from './gradingWords.ts';
import { StudentDetail } from './studentDetail.tsx';
import type { GradingProps } from './testViews.tsx';

/** One student's line of the gradebook; the name opens what was answered, and from there gives more time. */
export function StudentRow(props: GradingProps & { readonly row: Row }) {
  const { row, gradebook, readAtMs } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const attempt = countedOf(row);
  const remarks = remarksOn(row);
  return (
    <>
      <tr>
        <th scope="row" class="student">
          <button
            type="button"
            class="student-name"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <span aria-hidden="true" class="turn">
              ›
            </span>
            {row.name}
          </button>
        </th>
        <td class="state" data-state={row.state}>
          <span class="state-sign" aria-hidden="true">
            {STATE_SIGNS[row.state]}
          </span>{' '}
          {stateWords(row, readAtMs)}
          {remarks.length > 0 && <span class="remarks">{remarks.join(' · ')}</span>}
        </td>
        <td class="num total">
          {attempt === undefined ? (
            <span aria-label="no points">–</span>
          ) : (
            <>
              <strong>{pointsText(attempt.points)}</strong> of {pointsText(attempt.outOf)}
            </>
          )}
        </td>
        {gradebook.columns.map((column) => (
          <MarkCell
            key={column.question}
            column={column}
            mark={attempt?.marks.find(({ question }) => question === column.question)}
            hasAttempt={attempt !== undefined}
          />
        ))}
      </tr>
      {isOpen && (
        <tr class="opened" id={id}>
          <td colSpan={3 + gradebook.columns.length}>
            <StudentDetail {...props} />
          </td>
        </tr>
      )}
    </>
  );
}

interface MarkCellProps {
  readonly column: Column;
  readonly mark: Mark | undefined;
  readonly hasAttempt: boolean;
}

function MarkCell({ column, mark, hasAttempt }: MarkCellProps) {
  if (!hasAttempt) return <td class="num" />;
  if (mark === undefined) return <Sign sign="·" words="not asked" />;
  if (column.repair === 'drop' || mark.share === null) return <Sign sign="×" words="dropped" />;
  const isLate = mark.late !== undefined;
  const isEmpty = mark.answer === undefined && mark.points === 0;
  return (
    <td class="num mark" data-share={shareName(mark, isEmpty)}>
      {isEmpty ? (
        <>
          <span aria-hidden="true">–</span>
          <span class="sr-only">not answered</span>
        </>
      ) : (
        pointsText(mark.points)
      )}
      {isLate && <span class="column-note">late</span>}
    </td>
  );
}

/** How much of its points a mark has; the number beside it says the same as the tint. */
function shareName({ share }: Mark, isEmpty: boolean): 'none' | 'part' | 'full' | undefined {
  if (isEmpty || share === null) return undefined;
  if (share >= 1) return 'full';
  return share > 0 ? 'part' : 'none';
}

function Sign({ sign, words }: { sign: string; words: string }) {
  return (
    <td class="num sign">
      <span aria-hidden="true">{sign}</span>
      <span class="sr-only">{words}</span>
    </td>
  );
}
