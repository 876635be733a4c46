import type { Gradebook, MarkedAttempt, Row } from '../../../questions/classroom/gradebook.ts';
import type { Answer } from '../../../questions/kind.ts';

/** A student's state in words; `nowMs` (ms since 1970) tells who can still begin from who did not. */
export function stateWords(row: Row, nowMs: number): string {
  switch (row.state) {
    case 'not-started':
      return nowMs > row.closesAtMs ? 'did not begin' : 'not begun';
    case 'in-progress':
      return 'in progress';
    case 'submitted':
      return 'handed in';
    case 'over':
      return 'time over, not handed in';
  }
}

/** The sign beside a state's words. */
export const STATE_SIGNS: Readonly<Record<Row['state'], string>> = {
  'not-started': '○',
  'in-progress': '◐',
  submitted: '✓',
  over: '◼',
};

/** What is to be known of a student beside the state: extra time, late answers, which attempt counts, attempts too many. */
export function remarksOn(row: Row): readonly string[] {
  const late = row.attempts.flatMap(({ marks }) => marks.filter((mark) => mark.late !== undefined)).length;
  const last = row.counted === null || row.attempts.length < 2 ? null : row.counted + 1;
  return [
    ...(row.gone ? ['no longer in the class'] : []),
    ...(row.extraMinutes > 0 ? [counted(row.extraMinutes, 'extra minute')] : []),
    ...(late > 0 ? [counted(late, 'late answer')] : []),
    ...(last === null ? [] : [`attempt ${last} of ${row.attempts.length} counts`]),
    ...(row.surplus > 0 ? [`${counted(row.surplus, 'attempt')} too many, not counted`] : []),
  ];
}

/** How many students are in each state, as one sentence. */
export function overviewWords({ rows }: Gradebook): string {
  const there = rows.filter(({ gone }) => !gone);
  const count = (state: Row['state']) => there.filter((row) => row.state === state).length;
  const parts = [
    [count('submitted'), 'handed in'],
    [count('in-progress'), 'in progress'],
    [count('over'), 'over without being handed in'],
    [count('not-started'), 'not begun'],
  ] as const;
  const said = parts.filter(([many]) => many > 0).map(([many, words]) => `${many} ${words}`);
  return there.length === 0
    ? 'There are no students in this class yet.'
    : `${counted(there.length, 'student')}: ${said.join(', ')}.`;
}

/** The attempt that counts for a student, if there is one. */
export function countedOf(row: Row): MarkedAttempt | undefined {
  return row.counted === null ? undefined : row.attempts[row.counted];
}

/** Points as they are written: at most two decimals, none where there are none. */
export function pointsText(points: number): string {
  return String(Math.round(points * 100) / 100);
}

/** An answer on one line; null is "I do not know". */
export function answerText(answer: Answer): string {
  if (answer === null) return 'I do not know';
  if (typeof answer === 'string') return answer;
  return answer.map((item) => (typeof item === 'string' ? item : item.join(' – '))).join('; ');
}

/** A duration in whole seconds: "45 s", "2 min 5 s". */
export function secondsWords(seconds: number): string {
  const whole = Math.round(seconds);
  const rest = whole % 60;
  if (whole < 60) return `${whole} s`;
  return rest === 0 ? `${(whole - rest) / 60} min` : `${(whole - rest) / 60} min ${rest} s`;
}

/** A count with its noun: "1 student", "3 students". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A correlation with two decimals and a true minus. */
export function discriminationText(value: number): string {
  const hundredths = Math.round(value * 100);
  const text = (Math.abs(hundredths) / 100).toFixed(2);
  return hundredths < 0 ? `−${text}` : text;
}
