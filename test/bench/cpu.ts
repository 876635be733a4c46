import { randomFrom } from '../../questions/seed.ts';
import { newLearnerKey } from '../../web/learnerKey.ts';
import { deckNamed } from '../browser/robot.ts';
import { HttpLog } from '../load/httpLog.ts';
import { bytes, pick, sessionSegment, type Random } from '../load/session.ts';
import { quantile, Tally } from '../load/tally.ts';
import type { Figure } from './figure.ts';
import { Processor } from './processor.ts';
import { Toll } from './toll.ts';
import { WorkerdAlone } from './workerdAlone.ts';

const OPEN = deckNamed('kazakhstan-january-2022');
const SEALED = deckNamed('harbour');
const ROUNDS = 5;
/** Rounds before the first that counts: V8 compiles what is hot. */
const WARM = 1;
const LEARNERS = 2;
const SESSIONS = 25;
const BUDGET_MS = 3;

/** What a learner asks for. */
const FLOWS = ['list', 'put', 'read merged', 'answer sealed', 'deck'] as const;
type Flow = (typeof FLOWS)[number];

/** One request of the script, and its CPU time in ms in every round. */
interface Taken {
  readonly flow: Flow;
  readonly timesMs: number[];
}

/**
 * The CPU time a request in workerd, from its request to the end of what it does after its answer. HTTP, each call of KV as
 * a request of its own, garbage collection and compaction are in it: more than Cloudflare counts; see `Toll` for what is not. The same
 * script of requests runs in five rounds, and a request takes the median of its five times, because a busy machine makes now
 * this and now that one dearer; the raw figure stands beside it.
 */
export async function measureCpu(): Promise<readonly Figure[]> {
  if (!Processor.isKnown) return [figure('p99', null, { most: BUDGET_MS })];
  const workerd = new WorkerdAlone();
  try {
    await workerd.start();
    const processor = new Processor(workerd.pid);
    const toll = new Toll(processor, async () => (await fetch(`${workerd.url}/api/test/kv`)).text());
    return figuresOf(await measureRounds(workerd.url, processor, toll), toll);
  } finally {
    await workerd.close();
  }
}

async function measureRounds(url: string, processor: Processor, toll: Toll): Promise<readonly Taken[]> {
  const script = Array.from({ length: LEARNERS * SESSIONS }, () => FLOWS)
    .flat()
    .map((flow): Taken => ({ flow, timesMs: [] }));
  for (let round = -WARM; round < ROUNDS; round += 1) {
    const random = randomFrom(`round ${round}`);
    let ask = askerOf(url, random);
    for (const [at, { flow, timesMs }] of script.entries()) {
      if (at % (SESSIONS * FLOWS.length) === 0) ask = askerOf(url, random);
      if (round >= 0) await toll.pay();
      const timeMs = await processor.timeMs(() => ask(flow));
      if (round >= 0) timesMs.push(timeMs);
    }
  }
  return script;
}

function figuresOf(script: readonly Taken[], toll: Toll): readonly Figure[] {
  const settled = script.map(({ flow, timesMs }) => ({ flow, timeMs: quantile(timesMs, 0.5) }));
  const of = (wanted: Flow) => settled.filter(({ flow }) => flow === wanted).map(({ timeMs }) => timeMs);
  const all = settled.map(({ timeMs }) => timeMs);
  const raw = script.flatMap(({ timesMs }) => timesMs);
  return [
    figure('p99', quantile(all, 0.99), { most: BUDGET_MS }),
    figure('median', quantile(all, 0.5)),
    figure('p99 of single times, disturbances in them', quantile(raw, 0.99)),
    figure('mean of single times', raw.reduce((sum, timeMs) => sum + timeMs, 0) / raw.length),
    ...FLOWS.map((flow) => figure(`${flow}, median`, quantile(of(flow), 0.5))),
    ...FLOWS.map((flow) => figure(`${flow}, p99`, quantile(of(flow), 0.99))),
    figure('an empty answer, median', quantile(toll.emptyMs, 0.5)),
    figure('an empty answer, p99 of single times', quantile(toll.emptyMs, 0.99)),
  ];
}

function figure(what: string, value: number | null, budget: Pick<Figure, 'most'> = {}): Figure {
  return { what: `CPU a request in workerd: ${what}`, value, unit: 'ms', ...budget };
}

/** A learner of its own, who asks as the app does. */
function askerOf(url: string, random: Random): (flow: Flow) => Promise<unknown> {
  const tally = new Tally();
  const log = new HttpLog({ url, key: newLearnerKey(bytes(20, random)), tally });
  let merged: string | undefined;
  const list = async () => {
    const listed = await log.list();
    if (!listed.ok) throw new Error(listed.problem.detail);
    const found = listed.value.find((segment) => segment.merged !== undefined) ?? listed.value[0];
    merged = found && `/log/${found.deck}/${found.id}`;
  };
  const asks: Readonly<Record<Flow, () => Promise<unknown>>> = {
    list,
    put: () => log.put(sessionSegment(OPEN, Date.now(), random)),
    'read merged': () => (merged === undefined ? log.list() : log.ask('GET', merged)),
    'answer sealed': () => log.ask('POST', `/decks/${SEALED.deck.id}/answers`, sealedAnswer(random)),
    deck: () => log.ask('GET', `/decks/${OPEN.deck.id}`),
  };
  return async (flow) => {
    await asks[flow]();
    if (tally.count(400, 599) + tally.broken > 0) throw new Error(`Inconsistent: ${flow} was refused`);
  };
}

function sealedAnswer(random: Random): string {
  const fact = pick(SEALED.deck.facts, random);
  const { id } = pick(fact.questions, random);
  return JSON.stringify({ fact: fact.id, question: id, answer: null });
}
