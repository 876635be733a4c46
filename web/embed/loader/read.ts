import { WAITING_MAX, type FromFrame } from '../messages.ts';
import { KEY } from './key.ts';

type Test = (value: unknown) => boolean;
type Fields<M> = M extends FromFrame ? { readonly [K in Exclude<keyof M, 'type'>]: Test } : never;

const text =
  (most: number): Test =>
  (value) =>
    typeof value === 'string' && value.length <= most;
const count =
  (most: number): Test =>
  (value) =>
    typeof value === 'number' && value >= 0 && value <= most && value % 1 === 0;
const oneOf =
  (...values: readonly unknown[]): Test =>
  (value) =>
    values.includes(value);

const id = text(64);
const some = count(10_000);
const key: Test = (value) => typeof value === 'string' && KEY.test(value);
const waiting: Test = (value) => value === null || text(WAITING_MAX)(value);

const SHAPES: { readonly [T in FromFrame['type']]: Fields<Extract<FromFrame, { type: T }>> } = {
  height: { px: count(100_000) },
  ready: { deck: id, title: text(1000), questions: some },
  answer: {
    deck: id,
    fact: id,
    question: id,
    outcome: oneOf('right', 'close', 'partial', 'wrong'),
    answered: some,
    of: some,
  },
  complete: { deck: id, answered: some, right: some, close: some, partial: some, wrong: some },
  'want-key': {},
  'use-key': { key },
  forget: {},
  waiting: { value: waiting },
  show: { exact: text(2000), prefix: text(500), suffix: text(500), go: oneOf(true, false) },
  hide: {},
};

/** A message of the frame with the fields that it should have and no others; null for anything else. */
export function readFromFrame(data: unknown): FromFrame | null {
  const given: Readonly<Record<string, unknown>> = Object(data);
  for (const [type, shape] of Object.entries(SHAPES)) {
    if (type !== given['type']) continue;
    const fields = Object.entries<Test>(shape);
    if (!fields.every(([field, test]) => test(given[field]))) return null;
    // Each field has been tested, by a table that has the type's own fields.
    return Object.fromEntries([['type', type], ...fields.map(([field]) => [field, given[field]])]);
  }
  return null;
}
