import { Hono } from 'hono';
import type { Env } from '../env.ts';
import { DECK_CACHE, revisions } from '../headers.ts';
import { describeApi } from '../openapi.ts';

/** The API's description of itself, made on the first request and kept. */
export function openapiRoutes(): Hono<Env> {
  let made: ReturnType<typeof describeApi> | undefined;
  return new Hono<Env>().get('/', revisions, (c) => {
    made ??= describeApi();
    return c.json(made, 200, { 'Cache-Control': DECK_CACHE });
  });
}
