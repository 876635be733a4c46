import type { cors } from 'hono/cors';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import { CLOCK_HEADER } from './clock.ts';

/** Any page may ask: nothing here depends on a cookie, and credentials are never allowed. */
export const CORS = {
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['Authorization', 'Content-Type', 'If-None-Match', CLOCK_HEADER],
  exposeHeaders: ['ETag', 'Allow', 'Retry-After', CLOCK_HEADER],
  maxAge: 86_400,
} satisfies Parameters<typeof cors>[0];

/** An answer of the API is data: it loads nothing, runs nothing and stands in no frame. */
export const security = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  crossOriginResourcePolicy: 'cross-origin',
  xFrameOptions: 'DENY',
});

/** Answers, logs and refusals are stored nowhere; a route that may be cached says so itself. */
export const storeNothing = createMiddleware(async (c, next) => {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
});

/** How long (in seconds) a deck may be used before its revision is asked for again. */
export const DECK_CACHE = 'public, max-age=60, must-revalidate';

/** Answers 304 where the caller has this revision; CORS headers stay, so that a script may read the 304. */
export const revisions = etag({
  retainedHeaders: [...RETAINED_304_HEADERS, 'Access-Control-Allow-Origin', 'Access-Control-Expose-Headers'],
});
