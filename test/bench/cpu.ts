import { randomFrom } from '../../questions/seed.ts';
import { newLearnerKey } from '../../web/learnerKey.ts';
import { deckNamed } from '../browser/robot.ts';
import { HttpLog } from '../load/httpLog.ts';
import { bytes, pick, sessionSegment, type Random } from '../load/session.ts';
import { quantile, Tally } from '../load/tally.ts';
import { Processor } from './processor.ts';
import { WorkerdAlone } from './workerdAlone.ts';

const OPEN = deckNamed('kazakhstan-january-2022');
const SEALED = deckNamed('harbour');
const LEARNERS = 8;
const SESSIONS = 25;
/** Learners before the first that counts: V8 compiles what is hot. */
const WARM = 2;

/** What a learner asks for. */
const FLOWS = ['list', 'put', 'read merged', 'answer sealed', 'deck'] as const;
export type Flow = (typeof FLOWS)[number];

/** CPU time in ms a request of one flow. */
export interface FlowCpu {
  readonly flow: Flow | 'all';
  readonly medianMs: number;
  readonly p99Ms: number;
}

/**
 * The CPU time a request in workerd, one request after the other, after the compiler has warmed up; null where it cannot be
 * measured. All of the process counts: HTTP, garbage collection, and for a list the compaction after it.
 */
export async function measureCpu(): Promise<readonly FlowCpu[] | null> {
  const workerd = new WorkerdAlone();
  try {
    await workerd.start();
    const processor = Processor.of(workerd.pid);
    return processor === null ? null : await measureFlows(workerd.url, processor);
  } finally {
    await workerd.close();
  }
}

async function measureFlows(url: string, processor: Processor): Promise<readonly FlowCpu[]> {
  const random = randomFrom('cpu');
  const times = new Map<Flow, number[]>(FLOWS.map((flow) => [flow, []]));
  for (let learner = -WARM; learner < LEARNERS; learner += 1) {
    const ask = askerOf(url, random);
    for (let session = 0; session < SESSIONS; session += 1) {
      for (const flow of FLOWS) {
        const timeMs = await processor.timeMs(() => ask(flow));
        if (learner >= 0) times.get(flow)?.push(timeMs);
      }
    }
  }
  const each = [...times].map(([flow, taken]) => summary(flow, taken));
  return [...each, summary('all', [...times.values()].flat())];
}

function summary(flow: FlowCpu['flow'], times: readonly number[]): FlowCpu {
  return { flow, medianMs: quantile(times, 0.5), p99Ms: quantile(times, 0.99) };
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
