import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { CompiledDeck } from '../questions/compile.ts';
import type { Env } from './env.ts';
import { CORS, security, storeNothing } from './headers.ts';
import { limitAddress } from './limits.ts';
import { onError, onMethodNotAllowed, onNotFound } from './problem.ts';
import { answerRoutes } from './routes/answers.ts';
import { attemptRoutes } from './routes/attempts.ts';
import { classRoutes } from './routes/classes.ts';
import { deckRoutes } from './routes/decks.ts';
import { gradebookRoutes } from './routes/gradebooks.ts';
import { logRoutes } from './routes/log.ts';
import { oembedRoutes } from './routes/oembed.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { pageRoutes } from './routes/pages.ts';
import { publishedRoutes } from './routes/published.ts';
import { receiptRoutes } from './routes/receipts.ts';
import { resultRoutes } from './routes/results.ts';
import { createShelves } from './shelf.ts';

/** The whole server for these decks: the API, the pages that others show, and the built app for every other path. */
export function createApp(decks: readonly CompiledDeck[]): Hono<Env> {
  const shelves = createShelves(decks);
  const app = new Hono<Env>();
  for (const path of ['/api/*', '/oembed'])
    app.use(
      path,
      security,
      storeNothing,
      cors(CORS),
      limitAddress,
      methodNotAllowed({ app, onMethodNotAllowed }),
    );
  app.route('/api/v1/decks', deckRoutes(shelves));
  app.route('/api/v1/decks', answerRoutes(shelves));
  app.route('/api/v1/log', logRoutes(shelves));
  app.route('/api/v1', publishedRoutes(shelves));
  app.route('/api/v1', classRoutes(shelves));
  app.route('/api/v1/classes', attemptRoutes(shelves));
  app.route('/api/v1/classes', resultRoutes(shelves));
  app.route('/api/v1/classes', gradebookRoutes(shelves));
  app.route('/api/v1/receipts', receiptRoutes());
  app.route('/api/v1/openapi.json', openapiRoutes());
  app.route('/oembed', oembedRoutes(shelves));
  app.route('/', pageRoutes(shelves));
  app.notFound(onNotFound);
  app.onError(onError);
  return app;
}
