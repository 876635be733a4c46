// `node test/bench/cost.ts`: the cost table of the README, from operations that are counted there and then.
import { FREE, METERS, monthUsd, type Amounts, type Meter } from './prices.ts';
import { countUsage, SESSIONS, type Usage } from './usage.ts';

const DAYS = 30;
const GB = 1e9;
/** The budget of a request. */
const CPU_MS = 3;
const SEALED_ANSWERS = 20;
const LEARNERS = [1, 30, 10_000];
const NAMES: Readonly<Record<Meter, string>> = {
  requests: 'requests',
  cpuMs: 'CPU time',
  reads: 'reads',
  writes: 'writes',
  deletes: 'deletes',
  lists: 'lists',
};

/** The table in Markdown: what learners who do one session of twenty a day cost in operations and in money. */
export function costTable(usage: Usage): string {
  const open = sessionOf(usage);
  const fits = Math.min(...METERS.map((meter) => learnersIn(open, meter)));
  const rows = [...LEARNERS, fits].sort((a, b) => a - b).map((learners) => row(open, usage, learners, fits));
  return [
    '| learners a day | requests | reads | writes | deletes | lists | free plan | paid plan, first month | after a year |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    ...notes(usage, open, fits).map((note) => `- ${note}`),
  ].join('\n');
}

/** What one session of an open deck uses, its share of the compaction included. */
function sessionOf({ sessions }: Usage): Amounts {
  // The page itself, the list and the put; everything else is a static file.
  const requests = 3;
  return {
    requests,
    cpuMs: requests * CPU_MS,
    reads: sessions.get / SESSIONS,
    writes: sessions.put / SESSIONS,
    deletes: sessions.delete / SESSIONS,
    lists: sessions.list / SESSIONS,
  };
}

function row(session: Amounts, { bytesASession }: Usage, learners: number, fits: number): string {
  const perDay = times(session, learners);
  const storedGb = (days: number) => (learners * days * bytesASession) / GB;
  const month = (months: number) => monthUsd(times(perDay, DAYS), storedGb(DAYS * months));
  const counts = [perDay.requests, perDay.reads, perDay.writes, perDay.deletes, perDay.lists].map(count);
  const cells = [who(learners, fits), ...counts, freeCell(perDay), usd(month(1)), usd(month(12))];
  return `| ${cells.join(' | ')} |`;
}

function who(learners: number, fits: number): string {
  const name = learners === 30 ? 'a class of 30' : learners.toLocaleString('en');
  return learners === fits ? `**${name}: the free plan ends here**` : name;
}

/** How much of the free plan's tightest limit is used, and whose it is. */
function freeCell(perDay: Amounts): string {
  const shares = METERS.map((meter) => [meter, perDay[meter] / FREE.aDay[meter]] as const);
  const [meter, share] = shares.reduce((most, each) => (each[1] > most[1] ? each : most));
  const used = `${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })} % of the ${NAMES[meter]}`;
  return share > 1 ? `no: ${used}` : `yes: ${used}`;
}

/** What the table cannot show, a sentence or two each. */
function notes(usage: Usage, open: Amounts, fits: number): readonly string[] {
  const { sessions, bytesASession, secondDevice, erase } = usage;
  const sealed = { ...open, requests: open.requests + SEALED_ANSWERS };
  const eachAnswer = { ...open, reads: SEALED_ANSWERS, writes: SEALED_ANSWERS, deletes: 0 };
  const many = (session: Amounts) => usd(monthUsd(times(session, 10_000 * DAYS), 0));
  const daysToFull = (learners: number) => (FREE.storageGb * GB) / (learners * bytesASession);
  return [
    `Counted over ${SESSIONS} sessions, compaction included: ${sessions.put} writes, ${sessions.list} lists, ${sessions.get} reads, ` +
      `${sessions.delete} deletes. A session adds ${(bytesASession / 1000).toFixed(1)} KB for good.`,
    `The free plan ends at ${fits} learners a day, by its ${limitsAt(open, fits).join(' and ')}. Its 1 GB of storage is full after ` +
      `${count(daysToFull(fits))} days with so many, after ${count(daysToFull(30) / 365)} years with a class of 30.`,
    `Each further opening of the app is one more list: the free plan has room for ${Math.floor(FREE.aDay.lists / 30)} openings a day ` +
      `by each learner of a class of 30.`,
    `A sealed deck takes one request more an answer, and no KV operation more: by requests the free plan would end at ` +
      `${count(learnersIn(sealed, 'requests'))} learners a day.`,
    `With 63 sessions in the log, opening a second device takes ${secondDevice.list} list and ${secondDevice.get} reads, ` +
      `erasing takes ${erase.list} list and ${erase.delete} deletes.`,
    `A read and a write for each answer instead would cost 10,000 learners ${many(eachAnswer)} a month before storage (here ${many(open)}), ` +
      `and the free plan would end at ${learnersIn(eachAnswer, 'writes')} learners a day.`,
    `A month has ${DAYS} days, and a request takes its budget of ${CPU_MS} ms CPU.`,
  ];
}

/** How many learners a day the free plan has room for, by one of its limits. */
function learnersIn(session: Amounts, meter: Meter): number {
  return Math.floor(FREE.aDay[meter] / session[meter]);
}

/** Which limits the next learner would break. */
function limitsAt(session: Amounts, learners: number): readonly string[] {
  return METERS.filter((meter) => learnersIn(session, meter) === learners).map((meter) => NAMES[meter]);
}

function times(amounts: Amounts, by: number): Amounts {
  return {
    requests: amounts.requests * by,
    cpuMs: amounts.cpuMs * by,
    reads: amounts.reads * by,
    writes: amounts.writes * by,
    deletes: amounts.deletes * by,
    lists: amounts.lists * by,
  };
}

function count(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });
}

function usd(value: number): string {
  return `$${value.toFixed(2)}`;
}

if (process.argv[1] === import.meta.filename) console.log(costTable(await countUsage()));
