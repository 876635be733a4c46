import * as v from 'valibot';
import {
  ClassViewSchema,
  GradebookReplySchema,
  ResultsSchema,
  SavedSchema,
  StudentAssignmentSchema,
  SubmittedSchema,
} from '../../questions/classroom/api.ts';
import { ask, assign, begin, join, makeClass, newActId, type MadeClass } from '../browser/classroom.ts';
import { OperationsSchema, type Operations } from '../browser/server.ts';
import { quantile } from '../load/tally.ts';
import { someAnswer } from '../questions/classroom/someAnswer.ts';
import type { AssignmentId } from '../../questions/classroom/ids.ts';
import type { Figure } from './figure.ts';
import { FREE } from './prices.ts';
import { Processor } from './processor.ts';
import { WorkerdAlone } from './workerdAlone.ts';

const STUDENTS = 30;
const QUESTIONS = 20;
const READS = 20;
const PUTS_MOST = 4;
/** What the free plan lets a request take (developers.cloudflare.com/workers/platform/limits). */
const FREE_CPU_MS = 10;

/**
 * What a test of twenty questions costs in KV operations, and a gradebook in CPU: a class of 30 sits it over HTTP, each student
 * as the app does it (class, assignment, begin, two autosaves, submission, results), and the teacher reads the gradebook.
 */
export async function measureClassroom(): Promise<readonly Figure[]> {
  const workerd = new WorkerdAlone();
  try {
    await workerd.start();
    const of = await makeClass(workerd.url);
    const test = { deck: 'kazakhstan-january-2022', count: QUESTIONS, draw: 'each', feedback: 'at-end' };
    const assignment = await assign(of, test);
    const keys = await Promise.all(
      Array.from({ length: STUDENTS }, (_, at) => join(of, `Student ${at}`).then(({ key }) => key)),
    );
    const before = await operationsOf(workerd.url);
    for (const key of keys) await sitThrough(of, assignment, key);
    const sat = since(before, await operationsOf(workerd.url));
    return [...costFigures(sat), ...(await gradebookFigures(workerd, of, assignment))];
  } finally {
    await workerd.close();
  }
}

async function sitThrough(of: MadeClass, assignment: AssignmentId, key: string): Promise<void> {
  const path = `/classes/${of.id}/assignments/${assignment}`;
  await read(ClassViewSchema, ask(of.url, key, 'GET', `/classes/${of.id}`));
  await read(StudentAssignmentSchema, ask(of.url, key, 'GET', path));
  const { attempt, token, questions } = await begin(of, assignment, key);
  const answers = questions.map(({ view }, at) => ({ at, answer: someAnswer(view, 'Russia'), seconds: 20 }));
  const here = `${path}/attempts/${attempt}`;
  for (const saved of [answers.slice(0, 7), answers.slice(7, 14)]) {
    const to = `${here}/segments/${newActId()}`;
    await read(SavedSchema, ask(of.url, key, 'PUT', to, { token, answers: saved }));
  }
  const body = { token, segment: newActId(), answers };
  await read(SubmittedSchema, ask(of.url, key, 'POST', `${here}/submission`, body));
  await read(ResultsSchema, ask(of.url, key, 'GET', `${here}/results`));
}

/** A student's share of what a class did, and how many such tests a day the free plan has room for. */
function costFigures({ put, list, get }: Operations): readonly Figure[] {
  const per = 'a student and test of 20 questions';
  const tests = (of: number, used: number): number => Math.floor(of / used);
  return [
    { what: `KV puts, ${per}`, value: put / STUDENTS, unit: 'puts', most: PUTS_MOST },
    { what: `KV lists, ${per}`, value: list / STUDENTS, unit: 'lists' },
    { what: `KV gets, ${per}`, value: get / STUDENTS, unit: 'gets' },
    {
      what: `tests a day on the free plan, a class of ${STUDENTS}`,
      value: Math.min(
        tests(FREE.aDay.writes, put),
        tests(FREE.aDay.lists, list),
        tests(FREE.aDay.reads, get),
      ),
      unit: 'tests',
      least: 1,
    },
  ];
}

async function gradebookFigures(
  { url, pid }: WorkerdAlone,
  of: MadeClass,
  assignment: AssignmentId,
): Promise<readonly Figure[]> {
  const path = `/classes/${of.id}/assignments/${assignment}/gradebook`;
  const look = () => read(GradebookReplySchema, ask(url, of.teacher, 'GET', path));
  await look();
  const before = await operationsOf(url);
  const { gradebook } = await look();
  const used = since(before, await operationsOf(url));
  if (gradebook.rows.some(({ state }) => state !== 'submitted'))
    throw new Error('Inconsistent: somebody is missing');
  const what = `a gradebook of ${STUDENTS} × ${QUESTIONS}`;
  const timesMs = Processor.isKnown ? await timesOf(new Processor(pid), look) : [];
  return [
    { what: `KV lists, ${what}`, value: used.list, unit: 'lists' },
    { what: `KV gets, ${what}`, value: used.get, unit: 'gets' },
    {
      what: `CPU in workerd, ${what}, median`,
      value: timesMs.length === 0 ? null : quantile(timesMs, 0.5),
      unit: 'ms',
      most: FREE_CPU_MS,
    },
  ];
}

async function timesOf(processor: Processor, work: () => Promise<unknown>): Promise<readonly number[]> {
  const timesMs: number[] = [];
  for (let round = 0; round < READS; round += 1) timesMs.push(await processor.timeMs(work));
  return timesMs;
}

async function operationsOf(url: string): Promise<Operations> {
  return v.parse(OperationsSchema, await (await fetch(`${url}/api/test/kv`)).json());
}

function since(before: Operations, after: Operations): Operations {
  return {
    put: after.put - before.put,
    list: after.list - before.list,
    get: after.get - before.get,
    delete: after.delete - before.delete,
  };
}

async function read<T>(schema: v.GenericSchema<unknown, T>, asked: Promise<Response>): Promise<T> {
  const response = await asked;
  if (!response.ok)
    throw new Error(`Inconsistent: refused with ${response.status}: ${await response.text()}`);
  return v.parse(schema, await response.json());
}
