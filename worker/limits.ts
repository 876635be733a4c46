import type { RateLimit } from '@cloudflare/workers-types';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { LearnerId } from '../questions/ids.ts';
import type { Env } from './env.ts';
import { learnerOf } from './learner.ts';
import { tellOperator } from './operator.ts';
import { Refusal } from './problem.ts';

/** The period in seconds that `wrangler.toml` gives both limits; after it the count begins anew. */
const PERIOD_S = 60;
/** Local servers name no address: their requests count together. */
const NO_ADDRESS = 'no-address';

/**
 * Refuses with 429 what one address sends over `ADDRESS_LIMIT`. It stands behind CORS, so that a page of another
 * origin may read the refusal, and a preflight, which CORS answers, is never refused.
 */
export const limitAddress = createMiddleware<Env>(async (c, next) => {
  await take(c, c.env.ADDRESS_LIMIT, networkOf(c.req.header('CF-Connecting-IP')), 'address');
  await next();
});

/** The learner that a request names. Refuses with 401 as `learnerOf`, and with 429 over `LEARNER_LIMIT`, before any call to the store. */
export async function limitedLearnerOf(c: Context<Env>): Promise<LearnerId> {
  const learner = await learnerOf(c.req.header('Authorization'));
  await take(c, c.env.LEARNER_LIMIT, learner, 'learner');
  return learner;
}

async function take(
  c: Context<Env>,
  limit: RateLimit | undefined,
  key: string,
  whose: string,
): Promise<void> {
  if (limit === undefined || (await hasRoom(c, limit, key))) return;
  throw new Refusal(
    'too-many-requests',
    `This ${whose} has sent too many requests. Try again in ${PERIOD_S} seconds.`,
    { headers: { 'Retry-After': String(PERIOD_S) } },
  );
}

/**
 * The binding counts in each Cloudflare location apart, rather lets too many pass than too few, and keeps no exact
 * account: it stops a flood and is no quota (https://developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit).
 * Where it fails, the request passes: what guards the service must not be what takes it down.
 */
async function hasRoom(c: Context<Env>, limit: RateLimit, key: string): Promise<boolean> {
  try {
    return (await limit.limit({ key })).success;
  } catch (error) {
    tellOperator('limit-unavailable', error, c.req.path);
    return true;
  }
}

/**
 * What counts as one address: an IPv4 address, or the first four groups of an IPv6 address, because one host picks
 * as many addresses as it likes inside its /64 (RFC 8981).
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined || address === '') return NO_ADDRESS;
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1);
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
