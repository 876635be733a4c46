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

/**
 * The quiz's frame: the only page that may stand in another's, by default in any. It runs and loads what is ours, and may
 * stand in a page that isolates itself (COEP). A cached page would keep these headers after a 304, so it has no ETag.
 */
export function frameHeaders(hosts?: readonly string[]): Readonly<Record<string, string>> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      // `*` would shut out pages without a host of their own: a file on disk, an editor's sandbox.
      ...(hosts === undefined ? [] : [`frame-ancestors ${hosts.join(' ')}`]),
    ].join('; '),
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cache-Control': 'no-cache',
  };
}
