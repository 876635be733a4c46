import { useMemo } from 'preact/hooks';
import type { StudentAssignment } from '../../../questions/classroom/api.ts';
import { factsInScope } from '../../../questions/classroom/retain.ts';
import { planRetain } from '../../../questions/classroom/retainPlan.ts';
import { standingReport, uncheckedFacts } from '../../../questions/classroom/retainReport.ts';
import { dayNumber } from '../../../questions/day.ts';
import { fold } from '../../../questions/fold.ts';
import type { FactId } from '../../../questions/ids.ts';
import { progressOf } from '../../../questions/progress.ts';
import type { Schedule } from '../../../questions/schedule.ts';
import { momentText, nowMs, zoneMinutes } from '../../clock.ts';
import { KeepingNotice } from '../../keeping.tsx';
import { useOpenDeck } from '../../openDeck.ts';
import type { Opened } from '../../opened.ts';
import { Page } from '../../page.tsx';
import { ProblemPage } from '../../problem.tsx';
import { classPath } from '../../routes.ts';
import { retiredIn } from '../../studyDeck.ts';
import { Check } from './check.tsx';
import { Plan } from './plan.tsx';
import { daysUntilWords } from './retainWords.ts';
import { useTelling, type Telling } from './telling.ts';

/** How many facts are offered on a day on which the plan asks for none. */
const AHEAD = 5;

interface RetainProps {
  readonly classId: string;
  readonly assignment: Extract<StudentAssignment, { kind: 'retain' }>;
}

/** A retain assignment as its student sees it: the plan until the date, and after it what was still known. */
export function RetainStudent(props: RetainProps) {
  const opening = useOpenDeck(props.assignment.settings.deck, 'a-while');
  if (opening.state === 'loading') return <Page loading />;
  if (opening.state === 'failed') return <ProblemPage {...opening} />;
  return <Retain {...props} opened={opening} />;
}

function Retain({ classId, assignment, opened }: RetainProps & { readonly opened: Opened }) {
  const { settings, id } = assignment;
  const { deck } = opened.open;
  const now = nowMs();
  const zone = zoneMinutes();
  const { facts, plan, ahead, isDone, report, unchecked } = useMemo(
    () => standing(opened, settings, now, zone),
    [opened.reviews],
  );
  const telling = useTelling(classId, id, opened.reviews, report);
  const practice = { class: classId, assignment: id };
  return (
    <Page name={settings.title}>
      <main class="main retain">
        <p class="kicker">
          <a class="quiet-link" href={classPath(classId)}>
            Your class
          </a>
        </p>
        <h1>{settings.title}</h1>
        <p class="lead">{leadWords(assignment, facts.length, now, zone)}</p>
        <KeepingNotice />
        {now < settings.opensAtMs && <p class="notice">It opens on {momentText(settings.opensAtMs)}.</p>}
        {now >= settings.opensAtMs && now < settings.dateMs && (
          <Plan
            {...practice}
            deck={deck.id}
            plan={plan}
            ahead={ahead}
            isDone={isDone}
            target={settings.target}
            now={now}
            zone={zone}
          />
        )}
        {now >= settings.dateMs && (
          <Check {...practice} deck={deck.id} unchecked={unchecked} report={report} />
        )}
        <Told telling={telling} />
      </main>
    </Page>
  );
}

/** What follows from the log: the plan from now on, and what the teacher is told. */
function standing(
  { open, reviews }: Opened,
  { scope, dateMs, target }: RetainProps['assignment']['settings'],
  now: number,
  zone: number,
) {
  const facts = factsInScope(open.deck.facts, scope);
  const retired = retiredIn(open.deck);
  const schedule = fold(reviews, retired);
  const plan = planRetain({ facts, schedule, dateMs, target, nowMs: now, zone });
  const report = standingReport({ facts, reviews, retired, dateMs, minutesADay: plan.minutesADay });
  const day = dayNumber(now, zone);
  const isDone = facts.some((fact) => schedule.facts.get(fact)?.lastDay === day);
  const ahead = plan.today.length > 0 ? [] : weakest(facts, schedule, now);
  const unchecked = uncheckedFacts({ facts, reviews, retired, dateMs });
  return { facts, plan, ahead, isDone, report, unchecked };
}

/** The facts that are known least now, for whoever practises more than the plan asks. */
function weakest(facts: readonly FactId[], schedule: Schedule, now: number): readonly FactId[] {
  return [...progressOf(facts, schedule, now).facts]
    .sort((a, b) => a.strength - b.strength)
    .slice(0, AHEAD)
    .map(({ fact }) => fact);
}

function leadWords(
  { settings, deckTitle }: RetainProps['assignment'],
  facts: number,
  now: number,
  zone: number,
): string {
  const { dateMs } = settings;
  const about = `${facts} facts of “${deckTitle}”`;
  return now < dateMs
    ? `${about}, to be known ${daysUntilWords(dateMs, now, zone)}: on ${momentText(dateMs)}.`
    : `${about}, to be known on ${momentText(dateMs)}. That is over.`;
}

const TOLD: Readonly<Record<Telling, string>> = {
  'nothing-yet': '',
  telling: 'Telling your teacher …',
  told: 'Your teacher knows this as of now.',
  'not-told': 'Your teacher could not be told yet; that is tried again when you come back here.',
};

function Told({ telling }: { telling: Telling }) {
  return (
    <p class="quiet retain-told">
      Your teacher sees how well you would recall each fact and how many minutes your plan takes, not what you
      answered. <span role="status">{TOLD[telling]}</span>
    </p>
  );
}
