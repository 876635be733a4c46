import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Act } from '../../questions/classroom/act.ts';
import {
  JoinedSchema,
  MadeClassSchema,
  SittingSchema,
  SubmittedSchema,
  type Sitting,
} from '../../questions/classroom/api.ts';
import { RetainSchema, TestSchema } from '../../questions/classroom/assignment.ts';
import {
  ActIdSchema,
  AssignmentIdSchema,
  type ActId,
  type AssignmentId,
  type ClassId,
  type JoinCode,
  type MemberId,
} from '../../questions/classroom/ids.ts';
import type { StandingReport } from '../../questions/classroom/recall.ts';
import type { Answer } from '../../questions/kind.ts';
import { ulid } from '../../questions/ulid.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new learner key, as a browser makes one. */
export function newKey(): string {
  return Array.from(randomBytes(32), (byte) => CROCKFORD.charAt(byte % 32)).join('');
}

/** A new act's id, made now. */
export function newActId(): ActId {
  return v.parse(ActIdSchema, newUlid());
}

/** Asks the API with a bearer key; gives the response whatever it says. */
export function ask(
  url: string,
  key: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  return fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** A class, its teacher's key, and the code that joins it. */
export interface MadeClass {
  readonly url: string;
  readonly teacher: string;
  readonly id: ClassId;
  readonly code: JoinCode;
}

/** Makes a class with a new teacher. */
export async function makeClass(url: string, name = 'History 9b'): Promise<MadeClass> {
  const teacher = newKey();
  const body = { nonce: newUlid(), name, teacher: 'Ms Reyle' };
  const made = await read(MadeClassSchema, ask(url, teacher, 'POST', '/classes', body));
  return { url, teacher, id: made.class, code: made.code };
}

/** Lets somebody join a class, with a new key where none is given. */
export async function join(
  { url, code }: MadeClass,
  name: string,
  key = newKey(),
): Promise<{ readonly key: string; readonly member: MemberId }> {
  const { member } = await read(JoinedSchema, ask(url, key, 'POST', '/joins', { code, name }));
  return { key, member };
}

/** Writes an act of the class's teacher. Throws where it is refused. */
export async function act({ url, teacher, id }: MadeClass, done: Act): Promise<ActId> {
  const name = newActId();
  const response = await ask(url, teacher, 'PUT', `/classes/${id}/acts/${name}`, done);
  if (!response.ok) throw new Error(`the act was refused: ${response.status} ${await response.text()}`);
  return name;
}

/** A test on the whole harbour deck, open for an hour, with the settings given instead. */
export function testSettings(change: object = {}): v.InferOutput<typeof TestSchema> {
  return v.parse(TestSchema, {
    kind: 'test',
    title: 'The harbour',
    deck: 'harbour',
    scope: { by: 'all' },
    opensAtMs: Date.now() - 60_000,
    closesAtMs: Date.now() + 3_600_000,
    count: null,
    draw: 'same',
    seed: 'A1',
    minutes: null,
    attempts: 1,
    counts: 'best',
    feedback: 'at-end',
    points: {},
    ...change,
  });
}

/** Publishes a test; with `assignment` it changes one. */
export async function assign(
  of: MadeClass,
  change: object = {},
  assignment = v.parse(AssignmentIdSchema, newUlid()),
): Promise<AssignmentId> {
  await act(of, { type: 'assign', assignment, state: 'published', settings: testSettings(change) });
  return assignment;
}

/** Publishes an assignment to retain three facts of the harbour deck for twenty days; with `assignment` it changes one. */
export async function assignRetain(
  of: MadeClass,
  change: object = {},
  assignment = v.parse(AssignmentIdSchema, newUlid()),
): Promise<AssignmentId> {
  const settings = v.parse(RetainSchema, {
    kind: 'retain',
    title: 'The pier',
    deck: 'harbour',
    scope: { by: 'tags', tags: ['pier'] },
    opensAtMs: Date.now() - 60_000,
    dateMs: Date.now() + 20 * 86_400_000,
    target: 0.9,
    ...change,
  });
  await act(of, { type: 'assign', assignment, state: 'published', settings });
  return assignment;
}

/** Tells a student's standing through the API. */
export async function tellStanding(
  { url, id }: MadeClass,
  assignment: AssignmentId,
  key: string,
  report: StandingReport,
): Promise<void> {
  const response = await ask(url, key, 'PUT', `/classes/${id}/assignments/${assignment}/standing`, report);
  if (!response.ok) throw new Error(`refused: ${response.status} ${await response.text()}`);
}

/** Begins an attempt through the API. */
export function begin(of: MadeClass, assignment: AssignmentId, key: string): Promise<Sitting> {
  return read(
    SittingSchema,
    ask(of.url, key, 'POST', `/classes/${of.id}/assignments/${assignment}/attempts`),
  );
}

/** Sits a whole test through the API and hands it in; where `answer` gives undefined the question stays open. */
export async function sit(
  of: MadeClass,
  assignment: AssignmentId,
  key: string,
  answer: (question: Sitting['questions'][number], at: number) => Answer | undefined,
): Promise<{ readonly sitting: Sitting; readonly receipt: string }> {
  const sitting = await begin(of, assignment, key);
  const answers = sitting.questions.flatMap((question, at) => {
    const given = answer(question, at);
    return given === undefined ? [] : [{ at, answer: given, seconds: 10 + at }];
  });
  const path = `/classes/${of.id}/assignments/${assignment}/attempts/${sitting.attempt}/submission`;
  const body = { token: sitting.token, segment: newUlid(), answers };
  const { receipt } = await read(SubmittedSchema, ask(of.url, key, 'POST', path, body));
  return { sitting, receipt };
}

function newUlid(): string {
  return ulid(Date.now(), randomBytes(10));
}

async function read<T>(schema: v.GenericSchema<unknown, T>, asked: Promise<Response>): Promise<T> {
  const response = await asked;
  if (!response.ok) throw new Error(`refused: ${response.status} ${await response.text()}`);
  return v.parse(schema, await response.json());
}
