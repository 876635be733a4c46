import type { Figure } from './figure.ts';
import {
  massedOn,
  PLAIN,
  PLAIN_LATE,
  PLAN,
  PLAN_EVENLY,
  recallAfter,
  type Policy,
  type RetainWorld,
} from './retainPolicies.ts';

const LEARNERS = 200;
const FACTS = 60;
const ANSWERS_A_MINUTE = 3;
const MISSED_MOST = 0.3;

/** Days to the date, and minutes a day: from three and a half answers a fact in all to ten. */
const WORLDS = [
  [14, 5],
  [21, 5],
  [28, 3],
  [42, 2],
  [42, 5],
] as const;
/** Two answers a fact: too few for any plan to reach 0.9, and the one case in which long last evenings are as good. */
const SCARCE = [14, 3] as const;

/** What the plan has to lead, by more than two standard errors of the difference. */
const RIVALS = {
  'due at 0.9': PLAIN,
  'massed on the last day': massedOn(1),
  'massed on two days': massedOn(2),
} satisfies Readonly<Record<string, Policy>>;
/** With the plan's own days or nearly: to compare with. */
const KIN = {
  'massed on three days': massedOn(3),
  "due at 0.9 on the plan's days": PLAIN_LATE,
} satisfies Readonly<Record<string, Policy>>;

/**
 * True recall on the date of 200 learners whose memory is not the model's, with the same minutes in all for each way to
 * practise, on no day missed and with up to three in ten. A lead is the mean of the differences, learner by learner.
 */
export function measureRetain(): Promise<readonly Figure[]> {
  const figures = [0, MISSED_MOST].flatMap((missedMost) => [
    ...WORLDS.flatMap((world) => figuresOf(world, missedMost, true)),
    ...figuresOf(SCARCE, missedMost, false),
  ]);
  return Promise.resolve(figures);
}

function figuresOf(
  [days, minutes]: readonly [number, number],
  missedMost: number,
  mustLead: boolean,
): readonly Figure[] {
  const world: RetainWorld = { days, facts: FACTS, answersADay: minutes * ANSWERS_A_MINUTE, missedMost };
  const where = `${days} days, ${minutes} min a day${missedMost > 0 ? ', some missed' : ''}`;
  const plan = recallsOf(PLAN, world);
  const evenly = recallsOf(PLAN_EVENLY, world);
  const leadOver = (rivals: Readonly<Record<string, Policy>>, must: boolean) =>
    Object.entries(rivals).map(([name, policy]) =>
      leadFigure(`more than ${name}`, plan, recallsOf(policy, world), must),
    );
  return [
    { what: `${where}: recalled with the plan`, value: 100 * meanOf(plan), unit: '%' },
    ...leadOver(RIVALS, mustLead),
    ...leadOver(KIN, false),
    leadFigure('its facts on even days, more than due at 0.9', evenly, recallsOf(PLAIN, world), mustLead),
  ];
}

function leadFigure(
  name: string,
  plan: readonly number[],
  rival: readonly number[],
  mustLead: boolean,
): Figure {
  const leads = plan.map((recall, place) => 100 * (recall - (rival[place] ?? 0)));
  const error = standardError(leads);
  const what = `  ${name}, ± ${error.toFixed(2)}`;
  return { what, value: meanOf(leads), unit: 'points', ...(mustLead ? { least: 2 * error } : {}) };
}

function recallsOf(policy: Policy, world: RetainWorld): readonly number[] {
  return Array.from({ length: LEARNERS }, (_, learner) => recallAfter(policy, world, String(learner)));
}

function standardError(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)) / values.length);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
