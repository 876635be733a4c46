import { dayNumber } from './day.ts';
import { chooseForm, demandFor } from './form.ts';
import type { Demand, Form } from './form.ts';
import type { FactId, QuestionId } from './ids.ts';
import { strengthAt } from './strength.ts';
import type { Rating } from './review.ts';
import type { Schedule } from './schedule.ts';
import { shuffled } from './seed.ts';

/** A fact that may be asked, with its forms. */
export interface SessionFact {
  readonly id: FactId;
  readonly tags: readonly string[];
  readonly questions: readonly Form[];
}

/** Two questions, each `fact/question`, of which one gives the other away. */
export type Apart = readonly (readonly [string, string])[];

/** What a session is made from. */
export interface SessionRequest {
  /** The deck's facts in the author's order, in which new ones are introduced. */
  readonly facts: readonly SessionFact[];
  readonly schedule: Schedule;
  readonly nowMs: number;
  /** The learner's zone, in minutes east of UTC. */
  readonly zone: number;
  /** The most questions. */
  readonly limit: number;
  /** The most new facts a learner day, those already introduced today included; 10 when absent. */
  readonly newPerDay?: number;
  /** Only facts with one of these tags; all when absent or empty. */
  readonly tags?: readonly string[];
  /** Never both of a pair in one session. */
  readonly apart?: Apart;
  /** Only these facts, due or not: "my mistakes again". */
  readonly only?: readonly FactId[];
  readonly seed: string | number;
}

/** One question to ask. */
export interface SessionItem {
  readonly fact: FactId;
  readonly question: QuestionId;
}

/** One question that was asked in this session, and its rating. */
export interface AskedItem extends SessionItem {
  readonly rating: Rating;
}

interface Picked extends SessionItem {
  readonly tags: readonly string[];
  readonly demand: Demand | undefined;
}

const NEW_PER_DAY = 10;
const MIXING_BLOCK = 4;
const RETURN_AFTER = 3;
const RETURNS = 2;

/**
 * The questions of a session, at most one of a fact: what is due, the most at risk first, then new facts while the
 * day allows. A fact whose forms all give away or are given away by an earlier question waits for another session.
 */
export function buildSession(request: SessionRequest): SessionItem[] {
  const { due, fresh } = candidates(request);
  const pickedDue = pick(due, request.limit, [], request);
  const room = Math.min(request.limit - pickedDue.length, newToday(request));
  const pickedNew = pick(fresh, room, pickedDue, request);
  return [...mixed(pickedDue), ...mixed(pickedNew)].map(({ fact, question }) => ({ fact, question }));
}

/**
 * The next question of a running session, or null at its end. A fact rated again returns in another form, at least
 * three questions later where there are as many, never twice in a row, at most twice; `asked` is in order.
 */
export function nextInSession(
  plan: readonly SessionItem[],
  asked: readonly AskedItem[],
  facts: readonly SessionFact[],
  apart: Apart = [],
): SessionItem | null {
  const returning = facts
    .map((fact) => returnOf(fact, plan, asked, apart))
    .filter((item) => item !== null)
    .sort((a, b) => b.waited - a.waited);
  const ripe = returning.find((item) => item.waited >= RETURN_AFTER);
  const planned = plan.find((item) => asked.every((other) => other.fact !== item.fact));
  const next = ripe ?? planned ?? returning.find((item) => item.waited > 1);
  return next === undefined ? null : { fact: next.fact, question: next.question };
}

function candidates({ facts, schedule, nowMs, tags = [], only, seed }: SessionRequest) {
  const wanted = facts.filter((fact) => tags.length === 0 || fact.tags.some((tag) => tags.includes(tag)));
  const inScope = only === undefined ? wanted : wanted.filter((fact) => only.includes(fact.id));
  const met = inScope.flatMap((fact) => {
    const memory = schedule.facts.get(fact.id);
    const askable = memory !== undefined && (only !== undefined || memory.dueAtMs <= nowMs);
    return askable ? [{ fact, strength: strengthAt(memory, nowMs) }] : [];
  });
  const due = shuffled(met, seed).sort((a, b) => a.strength - b.strength);
  return { due: due.map(({ fact }) => fact), fresh: inScope.filter((fact) => !schedule.facts.has(fact.id)) };
}

/** How many new facts the learner's day still allows; all of them when the facts are named. */
function newToday({ schedule, nowMs, zone, newPerDay = NEW_PER_DAY, only }: SessionRequest): number {
  if (only !== undefined) return Infinity;
  const today = dayNumber(nowMs, zone);
  const introduced = [...schedule.facts.values()].filter((fact) => fact.firstDay === today);
  return newPerDay - introduced.length;
}

/** Takes facts in order, each in the form that fits its memory, until there are `count`. */
function pick(
  facts: readonly SessionFact[],
  count: number,
  before: readonly SessionItem[],
  request: SessionRequest,
) {
  const picked: Picked[] = [];
  for (const { id: fact, tags, questions } of facts) {
    if (picked.length >= count) break;
    const memory = request.schedule.facts.get(fact);
    const past = { demand: demandFor(memory), recentQuestions: memory?.recentQuestions ?? [] };
    const allowed = apartFrom(fact, [...before, ...picked], request.apart ?? []);
    const question = chooseForm(questions, past, allowed, `${request.seed}/${fact}`);
    if (question === null) continue;
    picked.push({ fact, question, tags, demand: questions.find((form) => form.id === question)?.demand });
  }
  return picked;
}

function apartFrom(
  fact: FactId,
  others: readonly SessionItem[],
  apart: Apart,
): (question: QuestionId) => boolean {
  const refs = new Set(others.map((item) => `${item.fact}/${item.question}`));
  return (question) => {
    const ref = `${fact}/${question}`;
    return !apart.some(([a, b]) => a !== b && ((a === ref && refs.has(b)) || (b === ref && refs.has(a))));
  };
}

/** The same items with unlike neighbours, as far as moving each by at most three places allows. */
function mixed(items: readonly Picked[]): Picked[] {
  const result: Picked[] = [];
  for (let start = 0; start < items.length; start += MIXING_BLOCK) {
    const block = items.slice(start, start + MIXING_BLOCK);
    while (block.length > 0) {
      const costs = block.map((item) => likeness(item, result.at(-1)));
      result.push(...block.splice(costs.indexOf(Math.min(...costs)), 1));
    }
  }
  return result;
}

function likeness(a: Picked, b: Picked | undefined): number {
  if (b === undefined) return 0;
  return a.tags.filter((tag) => b.tags.includes(tag)).length + (a.demand === b.demand ? 1 : 0);
}

function returnOf(
  fact: SessionFact,
  plan: readonly SessionItem[],
  asked: readonly AskedItem[],
  apart: Apart,
) {
  const own = asked.filter((item) => item.fact === fact.id);
  const last = own.at(-1);
  if (last === undefined || last.rating !== 1 || own.length > RETURNS) return null;
  const recentQuestions = [...new Set(own.map((item) => item.question).reverse())];
  const allowed = apartFrom(fact.id, [...plan, ...asked], apart);
  const question = chooseForm(fact.questions, { demand: 0, recentQuestions }, allowed, fact.id);
  return question === null
    ? null
    : { fact: fact.id, question, waited: asked.length - asked.lastIndexOf(last) };
}
