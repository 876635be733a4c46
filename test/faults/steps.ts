import fc from 'fast-check';
import * as v from 'valibot';
import { ReviewSchema, type Review } from '../../questions/review.ts';
import type { Device } from './device.ts';
import { LOCATIONS, World, type Broken } from './world.ts';

const MINUTES_MS = [1_000, 20_000, 61_000, 25 * 3_600_000, 26 * 3_600_000];
const WHATS = ['answer', 'answer', 'answer', 'answer', 'undo', 'claim', 'reset fact', 'reset deck'] as const;

const device = fc.nat(4);
const location = fc.nat(LOCATIONS - 1);

/** One thing that happens: devices by number (modulo how many there are). */
const stepArbitrary = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      at: fc.constant('study' as const),
      device,
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ at: fc.constant('flush' as const), device }) },
  { weight: 4, arbitrary: fc.record({ at: fc.constant('pull' as const), device }) },
  {
    weight: 8,
    arbitrary: fc.record({
      at: fc.constant('play' as const),
      count: fc.integer({ min: 1, max: 30 }),
      trouble: fc.constantFrom(0, 0, 0.05, 0.3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('crash' as const), device }) },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('connection' as const), device }) },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('travel' as const), device }) },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('deliver again' as const), device, location }) },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('list' as const), location }) },
  {
    weight: 4,
    arbitrary: fc.record({ at: fc.constant('wait' as const), ms: fc.constantFrom(...MINUTES_MS) }),
  },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('audit' as const), location }) },
);
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** A whole run: a seed for chance, so many devices, and what happens. */
export const runArbitrary = fc.record({
  seed: fc.nat(),
  devices: fc.integer({ min: 1, max: 5 }),
  steps: fc.array(stepArbitrary, { minLength: 5, maxLength: 45, size: 'max' }),
});
/** A whole run. */
export type Run = typeof runArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** Lets it all happen, and then become quiet. Throws at the first broken promise. */
export async function live({ seed, devices, steps }: Run, broken: Broken = {}): Promise<World> {
  const world = new World(seed, devices, broken);
  for (const step of steps) {
    await happen(world, step);
    await world.turns.settled();
  }
  await world.quieten();
  return world;
}

/** Lets one thing happen. */
export async function happen(world: World, step: Step): Promise<void> {
  switch (step.at) {
    case 'study':
      return deviceOf(world, step.device).study(
        await studied(world, deviceOf(world, step.device), step.count),
      );
    case 'flush':
      return void deviceOf(world, step.device).flush();
    case 'pull':
      return void deviceOf(world, step.device).pull();
    case 'play':
      return world.play(step.count, step.trouble);
    case 'crash':
      return deviceOf(world, step.device).crash();
    case 'connection':
      return void (deviceOf(world, step.device).isOnline = !deviceOf(world, step.device).isOnline);
    case 'travel':
      return void (deviceOf(world, step.device).location = world.chance.below(LOCATIONS));
    case 'deliver again':
      return deliverAgain(world, deviceOf(world, step.device), step.location);
    case 'list':
      return void world.workers.list(step.location).catch(() => undefined);
    case 'wait':
      return void (world.nowMs += step.ms);
    case 'audit':
      return world.audit(step.location);
  }
}

function deviceOf({ devices }: World, at: number): Device {
  const found = devices[at % devices.length];
  if (found === undefined) throw new Error('Inconsistent: a world without devices');
  return found;
}

function deliverAgain(world: World, { lastSent }: Device, at: number): void {
  if (lastSent !== null) void world.workers.put(at, lastSent.segment, lastSent.body).catch(() => undefined);
}

async function studied(world: World, studying: Device, count: number): Promise<readonly Review[]> {
  const known = await studying.reviews();
  return Array.from({ length: count }, () => {
    world.nowMs += 10;
    return review(world, known);
  });
}

/** Undo and claim are about a review that the device knows; where it knows none, an answer takes their place. */
function review(world: World, known: readonly Review[]): Review {
  const { chance, nowMs } = world;
  const stamp = { id: world.newName(), answeredAtMs: nowMs, zone: 300 };
  const fact = `fact-${chance.below(4)}`;
  const about = known[chance.below(known.length)]?.id;
  const what = WHATS[chance.below(WHATS.length)];
  if (what === 'undo' && about !== undefined) return parsed({ ...stamp, type: 'undo', undoes: about });
  if (what === 'claim' && about !== undefined)
    return parsed({ ...stamp, type: 'claim', claims: about, rating: 3 });
  if (what === 'reset fact') return parsed({ ...stamp, type: 'reset', fact });
  if (what === 'reset deck') return parsed({ ...stamp, type: 'reset' });
  const rating = 1 + chance.below(4);
  const [outcome, share] = rating === 1 ? ['wrong', 0] : ['right', 1];
  const question = `form-${chance.below(3)}`;
  // Long answers now and then, so that not every segment rides in a key's metadata.
  const answer = 'x'.repeat(chance.happens(0.3) ? 400 : 5);
  return parsed({ ...stamp, type: 'answer', fact, question, answer, outcome, share, rating, tookMs: 4000 });
}

function parsed(value: unknown): Review {
  return v.parse(ReviewSchema, value);
}
