import type { RetainPlan } from '../../../questions/classroom/retainPlan.ts';
import type { FactId } from '../../../questions/ids.ts';
import { practicePath, type Practice } from '../../sessionWanted.ts';
import { shareWords } from '../../words.ts';
import { counted, dayName, minutesWords, outlookWords } from './retainWords.ts';
import { RecallBar } from './recallBar.tsx';

/** The days that are listed at most. */
const DAYS_SHOWN = 7;

interface PlanProps extends Pick<Practice, 'class' | 'assignment'> {
  readonly deck: string;
  readonly plan: RetainPlan;
  /** What to practise where the plan asks for nothing today. */
  readonly ahead: readonly FactId[];
  /** Whether there was practice today. */
  readonly isDone: boolean;
  readonly target: number;
  readonly now: number;
  readonly zone: number;
}

/** A student's plan: what to do today, what it leads to, and the days to come. */
export function Plan(props: PlanProps) {
  const { plan, target } = props;
  return (
    <>
      <Today {...props} />
      <section class="retain-outlook" aria-labelledby="outlook">
        <h2 id="outlook">On the day</h2>
        <RecallBar recall={plan.ifFollowed} without={plan.ifNothing} target={target} />
        <p>
          The target is {shareWords(target)} of the facts. {outlookWords({ ...plan, target })}
        </p>
      </section>
      <Days {...props} />
    </>
  );
}

function Today(props: PlanProps) {
  const { deck, plan, ahead, isDone, assignment } = props;
  const practice = { class: props.class, assignment };
  const { today, minutesToday } = plan;
  const path = practicePath(deck, { ...practice, only: today, once: false });
  if (today.length === 0)
    return (
      <div class="notice retain-today">
        <p>
          <strong>{isDone ? 'Done for today.' : 'Nothing to do today.'}</strong> {nextWords(props)}
        </p>
        {ahead.length > 0 && (
          <a class="quiet-link" href={practicePath(deck, { ...practice, only: ahead, once: false })}>
            Practise {counted(ahead.length, 'fact')} all the same
          </a>
        )}
      </div>
    );
  return (
    <>
      <p class="retain-today">
        Today: {counted(today.length, 'fact')}, {minutesWords(minutesToday)}.
      </p>
      <div class="actions">
        <a class="primary" href={path}>
          {today.length === 1 ? 'Practise today’s fact' : `Practise today’s ${today.length} facts`}
        </a>
      </div>
    </>
  );
}

function nextWords({ plan, now, zone }: PlanProps): string {
  const next = plan.minutesByDay.findIndex((minutes, day) => day > 0 && minutes > 0);
  if (next < 0) return 'The plan asks for no more practice.';
  return `Next: ${dayName(next, now, zone)}, ${minutesWords(plan.minutesByDay[next] ?? 0)}.`;
}

function Days({ plan, now, zone }: PlanProps) {
  const days = plan.minutesByDay
    .map((minutes, day) => ({ minutes, day }))
    .filter(({ minutes }) => minutes > 0);
  if (days.length < 2) return null;
  const most = Math.max(...days.map(({ minutes }) => minutes));
  const more = days.length - DAYS_SHOWN;
  return (
    <section aria-labelledby="days">
      <h2 id="days">The days until then</h2>
      <table class="table retain-days">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Practice</th>
          </tr>
        </thead>
        <tbody>
          {days.slice(0, DAYS_SHOWN).map(({ minutes, day }) => (
            <tr key={day}>
              <th scope="row">{dayName(day, now, zone)}</th>
              <td>
                {minutesWords(minutes)}
                <progress class="bar" max={most} value={minutes} aria-hidden="true" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">
        {more > 0 && `And ${counted(more, 'more day')}. `}It rises towards the date, because what was
        practised lately is less forgotten. The plan is made anew after each session: a missed day moves to
        the others.
      </p>
    </section>
  );
}
