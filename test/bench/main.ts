// `npm run bench`: every figure beside its budget (DESIGN.md). Exits 1 where one is over.
import { measureApp } from './app.ts';
import { measureFold } from './fold.ts';
import { measureWorker } from './worker.ts';

/** One line of the bench. A figure without a budget is there to compare with. */
interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly most?: number;
  readonly least?: number;
}

function isWithin({ value, most = Infinity, least = -Infinity }: Figure): boolean {
  return value <= most && value >= least;
}

function budgetOf({ most, least, unit }: Figure): string {
  if (most !== undefined) return `≤ ${most.toLocaleString('en')} ${unit}`;
  return least === undefined ? '' : `≥ ${least.toLocaleString('en')} ${unit}`;
}

function row(figure: Figure): string {
  const value = `${figure.value.toLocaleString('en', { maximumFractionDigits: 2 })} ${figure.unit}`;
  const state = budgetOf(figure) === '' ? '' : isWithin(figure) ? 'ok' : 'OVER';
  return `${figure.what.padEnd(58)} ${value.padStart(22)}   ${budgetOf(figure).padEnd(24)} ${state}`;
}

const fold = measureFold();
const workerKb = measureWorker();
const app = await measureApp();

const figures: readonly Figure[] = [
  {
    what: 'app, script and style to the first question, gzip',
    value: app.firstQuestionKb,
    unit: 'KB',
    most: 45,
  },
  { what: 'Worker with the decks in it, gzip', value: workerKb, unit: 'KB', most: 250 },
  { what: 'fold', value: fold.reviewsPerSecond, unit: 'reviews/s', least: 1_000_000 },
  { what: 'fold of 10,000 reviews, warm', value: fold.tenThousandMs, unit: 'ms', most: 10 },
  {
    what: 'ts-fsrs `next` over the same reviews in this run',
    value: fold.tsFsrsPerSecond,
    unit: 'reviews/s',
  },
  { what: 'KV puts, a session of 20 answers', value: app.puts, unit: 'puts', most: 1 },
  { what: 'KV lists, a session of 20 answers', value: app.lists, unit: 'lists', most: 1 },
  { what: 'KV gets, a session of 20 answers', value: app.gets, unit: 'gets', most: 0 },
  {
    what: 'slowest interaction to next paint, 6× CPU throttle',
    value: app.slowestInteractionMs,
    unit: 'ms',
    most: 50,
  },
];

console.log(figures.map(row).join('\n'));
process.exitCode = figures.every(isWithin) ? 0 : 1;
