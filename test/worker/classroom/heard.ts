import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { SittingSchema, SubmittedSchema, type Sitting } from '../../../questions/classroom/api.ts';
import type { FeedbackTime, Test } from '../../../questions/classroom/assignment.ts';
import type { Given } from '../../../questions/classroom/attempt.ts';
import { QuestionRefSchema, type QuestionRef } from '../../../questions/classroom/ids.ts';
import { testView } from '../../../questions/classroom/testQuestion.ts';
import type { CompiledDeck } from '../../../questions/compile.ts';
import { DeckIdSchema } from '../../../questions/ids.ts';
import { createApp } from '../../../worker/app.ts';
import { API, by, sending } from '../ask.ts';
import { tokenLike } from './someAttempt.ts';
import { DAY_MS, keyNamed, nextId, someClass } from './someClass.ts';

const TEACHER = keyNamed('TEACHER');
const STUDENT = keyNamed('STUDENT');
const REMOVED = keyNamed('REMOVED');

/** One response: what it was to, and every byte of it. */
export interface Heard {
  readonly to: string;
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** Every question of a deck that a test can ask. */
export function everyQuestion(compiled: CompiledDeck): QuestionRef[] {
  const refs = Object.entries(compiled.key.facts).flatMap(([fact, { questions }]) =>
    Object.keys(questions).map((question) => v.parse(QuestionRefSchema, `${fact}/${question}`)),
  );
  return refs.filter((ref) => testView(compiled, ref) !== undefined);
}

/**
 * Everything that a student is told of a test before its results may be told, through all of its states, by a server that has
 * this deck alone. The student answers nothing right, and is refused whatever can be refused.
 */
export async function hear(
  compiled: CompiledDeck,
  feedback: FeedbackTime,
  settings: Partial<Test>,
): Promise<readonly Heard[]> {
  const app = createApp([compiled]);
  const heard: Heard[] = [];
  const ask = async (to: string, path: string, init: RequestInit = {}, key = STUDENT): Promise<string> => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), ...by(key) };
    const bindings = { PROGRESS: env.PROGRESS, ASSETS: env.ASSETS, SIGNING_SECRET: env.SIGNING_SECRET };
    const response = await app.request(`${API}${path}`, { ...init, headers }, bindings);
    const body = await response.text();
    heard.push({ to, status: response.status, headers: JSON.stringify([...response.headers]), body });
    return body;
  };
  const put = (body: unknown) => sending('PUT', body);
  const post = (body: unknown) => sending('POST', body);

  const taught = await someClass(TEACHER);
  await taught.join(STUDENT);
  const deck = v.parse(DeckIdSchema, compiled.deck.id);
  const all: Partial<Test> = { deck, title: 'A test', feedback, seed: 'leak', ...settings };
  const now = Date.now();
  const test = await taught.test({ ...all, opensAtMs: now + DAY_MS, closesAtMs: now + 2 * DAY_MS });
  const look = async (state: string): Promise<void> => {
    await ask(`class, ${state}`, `/classes/${taught.of}`);
    await ask(`assignment, ${state}`, test.path);
  };
  await look('before the opening');
  await ask('begin, before the opening', `${test.path}/attempts`, post({}));

  await taught.test({ ...all, closesAtMs: now + DAY_MS }, test.id);
  await look('open');
  const sitting = v.parse(SittingSchema, JSON.parse(await ask('begin', `${test.path}/attempts`, post({}))));
  const { attempt, token } = sitting;
  const path = `${test.path}/attempts/${attempt}`;
  const goOn = (state: string) => ask(`go on, ${state}`, path);
  await goOn('running');
  await look('running');
  const answers = idleAnswers(sitting);
  await ask('save', `${path}/segments/${nextId()}`, put({ token, answers }));
  for (const answer of NONSENSE) {
    const given = sitting.questions.map((_, at) => ({ at, answer, seconds: 1 }));
    await ask('save nonsense', `${path}/segments/${nextId()}`, put({ token, answers: given }));
    for (const { at } of given) {
      const once = { token, segment: nextId(), at, answer, seconds: 1 };
      // Elsewhere every answer alone is refused before it is looked at.
      if (feedback === 'at-once' ? isKeptNowhere(sitting, at, answer) : at < 2)
        await ask('answer nonsense', `${path}/answers`, post(once));
    }
  }
  await goOn('saved');
  await look('saved');
  const old = await tokenLike(sitting, { endsAtMs: now - 8 * DAY_MS });
  await ask('save, long over', `${path}/segments/${nextId()}`, put({ token: old, answers }));
  await ask('save, forged', `${path}/segments/${nextId()}`, put({ token: `${token}A`, answers }));
  await ask('hand in, garbled', `${path}/submission`, post({ token, answers: 'all' }));
  for (const teachers of ['gradebook', 'paper?seed=A', 'standings'])
    await ask(teachers, `${test.path}/${teachers}`);
  await ask('trials', `${test.path}/trials`, post({ question: 'a/b', how: { do: 'drop' } }));
  await ask('deck', `/classes/${taught.of}/decks/${deck}`);
  if (feedback === 'at-once') return heard;

  await ask('results, running', `${path}/results`);
  await ask('dispute, running', `${path}/disputes/0`, put({ words: 'Why?' }));
  if (feedback !== 'at-end') {
    const said = await ask('hand in', `${path}/submission`, post({ token, segment: nextId(), answers }));
    const { receipt } = v.parse(SubmittedSchema, JSON.parse(said));
    await ask('receipt', '/receipts', post({ receipt }));
    await ask('results, handed in', `${path}/results`);
    await ask('dispute, handed in', `${path}/disputes/0`, put({ words: 'Why?' }));
    await goOn('handed in');
    await look('handed in');
  }
  await taught.test({ ...all, opensAtMs: now - DAY_MS, closesAtMs: now - 20_000 }, test.id);
  await ask('begin, closed', `${test.path}/attempts`, post({}));
  await ask('results, closed', `${path}/results`);
  await ask('save, closed', `${path}/segments/${nextId()}`, put({ token, answers }));
  await goOn('closed');
  await look('closed');
  await ask('begin, a stranger', `${test.path}/attempts`, post({}), REMOVED);
  await ask('results, a stranger', `${path}/results`, {}, REMOVED);
  return heard;
}

const NONSENSE = [7, '', ['', ''], ['Atlantis', '?'], {}, [['a', 'b']], '340 kg', 'Atlantis?', 'in ....'];

/** What is open, or of no shape: what is told at once of an answer is what follows from it. */
function isKeptNowhere(sitting: Sitting, at: number, answer: unknown): boolean {
  const { kind } = sitting.questions[at]?.view ?? {};
  if (kind === 'number') return answer === '340 kg' || typeof answer !== 'string' || answer === '';
  if (kind === 'short') return typeof answer !== 'string' || answer === '';
  if (kind === 'list' || kind === 'cloze')
    return !Array.isArray(answer) || answer.every((item) => item === '');
  return true;
}

/** Answers of which none is right: nothing for a typed question, and the options as they come for the others. */
function idleAnswers({ questions }: Sitting): readonly Given[] {
  return questions.map(({ view }, at): Given => {
    const items = v.safeParse(v.array(v.string()), view['items']);
    return { at, answer: items.success ? items.output : null, seconds: 5 };
  });
}
