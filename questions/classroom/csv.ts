/** A gradebook as comma-separated values (RFC 4180) that spreadsheets open rightly and run nothing of. */
import type { Answer } from '../kind.ts';
import type { Gradebook, Mark, MarkedAttempt, Row } from './gradebook.ts';

/** Excel takes a file for UTF-8 by this mark alone. */
const BOM = '\ufeff';

/** One line a student: name, state, times (UTC), points, and a column of points for each question. */
export function marksCsv(gradebook: Gradebook): string {
  const { columns, rows } = gradebook;
  const head = [
    'Name',
    'State',
    'Started',
    'Handed in',
    'Attempts',
    'Attempt that counts',
    'Extra minutes',
    'Late answers',
    'Points',
    'Out of',
    'Percent',
    ...columns.map(({ prompt }, at) => `${at + 1}. ${prompt}`),
  ];
  return table([head, ...rows.map((row) => marksLine(gradebook, row))]);
}

/** One line for each question that a student was asked, in every attempt; those who never began have a line without one. */
export function answersCsv(gradebook: Gradebook): string {
  const head = [
    'Name',
    'Attempt',
    'Counts',
    'Question',
    'Answer',
    'Points',
    'Out of',
    'Seconds',
    'Late answer',
    'Late answer received',
  ];
  return table([head, ...gradebook.rows.flatMap((row) => answerLines(gradebook, row))]);
}

/** A cell of ours: a number stays a number. A text is untrusted. */
type Cell = string | number;

function marksLine({ columns }: Gradebook, row: Row): readonly Cell[] {
  const counted = countedIn(row);
  const points = new Map(counted?.marks.map((mark) => [mark.question, mark]));
  const late = row.attempts.flatMap(({ marks }) => marks.filter((mark) => mark.late !== undefined)).length;
  return [
    row.name,
    row.state,
    timeText(counted?.startedAtMs),
    timeText(counted?.submittedAtMs),
    row.attempts.length,
    row.counted === null ? '' : row.counted + 1,
    row.extraMinutes,
    late,
    counted?.points ?? '',
    counted?.outOf ?? '',
    percentOf(counted),
    ...columns.map(({ question }) => pointsOf(points.get(question))),
  ];
}

function answerLines({ columns }: Gradebook, row: Row): readonly (readonly Cell[])[] {
  const prompts = new Map(columns.map(({ question, prompt }) => [question, prompt]));
  if (row.attempts.length === 0) return [[row.name, '', '', '', '', '', '', '', '', '']];
  return row.attempts.flatMap(({ marks }, at) =>
    marks.map((mark): readonly Cell[] => [
      row.name,
      at + 1,
      row.counted === at ? 'yes' : 'no',
      prompts.get(mark.question) ?? mark.question,
      mark.answer === undefined ? '' : answerText(mark.answer),
      pointsOf(mark),
      mark.outOf,
      mark.seconds,
      mark.late === undefined ? '' : answerText(mark.late.answer),
      timeText(mark.late?.receivedAtMs),
    ]),
  );
}

function countedIn(row: Row): MarkedAttempt | undefined {
  return row.counted === null ? undefined : row.attempts[row.counted];
}

/** Empty where the question was not asked; a dropped one says so. */
function pointsOf(mark: Mark | undefined): Cell {
  if (mark === undefined) return '';
  return mark.share === null ? 'dropped' : mark.points;
}

function percentOf(attempt: MarkedAttempt | undefined): Cell {
  if (attempt === undefined || attempt.outOf === 0) return '';
  return Math.round((attempt.points / attempt.outOf) * 1000) / 10;
}

function answerText(answer: Answer): string {
  if (answer === null) return '(I do not know)';
  if (typeof answer === 'string') return answer;
  return answer.map((item) => (typeof item === 'string' ? item : item.join(' – '))).join('; ');
}

/** ISO 8601 in UTC, to the second. */
function timeText(atMs: number | null | undefined): string {
  return atMs === null || atMs === undefined ? '' : new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z');
}

function table(lines: readonly (readonly Cell[])[]): string {
  return BOM + lines.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
}

/** Signs that begin a formula, also as a full-width or typographic one. */
const SIGN = '[=+\\-@|%\\u2212\\uff1d\\uff0b\\uff0d\\uff20]';
/** What a spreadsheet may drop before it reads a cell: blanks, quotes, and characters that are not shown. */
const IGNORED = '[\\s"\'\\p{Cf}\\p{Cc}]*';

/**
 * A text that a spreadsheet would run as a formula begins with an apostrophe (OWASP, CSV Injection), and so does one that
 * begins with a tab or a line break.
 */
const FORMULA = new RegExp(`^${IGNORED}${SIGN}|^[\\t\\r\\n]`, 'u');

/** The same behind what another spreadsheet may take for the end of a cell: a semicolon, a tab or a line break. */
const LATER_FORMULA = new RegExp(`([;\\t\\r\\n])(?=${IGNORED}${SIGN})`, 'gu');

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = (FORMULA.test(cell) ? `'${cell}` : cell).replace(LATER_FORMULA, "$1'");
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
