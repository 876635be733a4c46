import { Hono, type Context } from 'hono';
import type { DeckId, LearnerId } from '../../questions/ids.ts';
import {
  DecisionSchema,
  DeckNameSchema,
  PublishSchema,
  ReportIdSchema,
  ReportSchema,
  type Report,
} from '../../questions/publish.ts';
import { isPublishedId } from '../../questions/publishedId.ts';
import { readBody, readParameter } from '../body.ts';
import type { Env } from '../env.ts';
import { limitedLearnerOf } from '../limits.ts';
import { refuseAt } from '../problem.ts';
import { publishDeck } from '../published/publishDeck.ts';
import { publishedId } from '../published/publishedId.ts';
import { decksOf, pointerOf, removeDeck, sourceOf, type Pointer } from '../published/publishedStore.ts';
import { decide, putReport, reportsOn } from '../published/reports.ts';
import { revisionOf } from '../published/servedDeck.ts';
import { ANSWER_BYTES_MAX, DECK_BYTES_MAX } from '../shapes.ts';
import { viewAsked, type Shelved, type Shelves } from '../shelf.ts';

/** Decks that authors publish: sent, listed, read again, removed, and what learners say of them. */
export function publishedRoutes(shelves: Shelves): Hono<Env> {
  return new Hono<Env>()
    .get('/own/decks', async (c) => {
      const author = await limitedLearnerOf(c);
      const decks = await decksOf(c.env.PROGRESS, author);
      return c.json({ decks: decks.map(ownDeck) });
    })
    .put('/own/decks/:name', async (c) => {
      const { author, name } = await ownOf(c);
      const wanted = await readBody(c.req.raw, DECK_BYTES_MAX, PublishSchema);
      const { isNew, published } = await publishDeck(c.env.PROGRESS, author, name, wanted, Date.now());
      return c.json(published, isNew ? 201 : 200);
    })
    .get('/own/decks/:name', async (c) => {
      const { id, name } = await ownOf(c);
      const served = await servedOf(c, id);
      const source = await sourceOf(c.env.PROGRESS, id, served.revision);
      if (source === undefined) throw unknownDeck();
      const { yaml, document, offered, publishedAtMs } = source;
      return c.json({ id, revision: served.revision, publishedAtMs, name, yaml, document, offered });
    })
    .delete('/own/decks/:name', async (c) => {
      const { author, id, name } = await ownOf(c);
      await removeDeck(c.env.PROGRESS, author, { id, name });
      return c.body(null, 204);
    })
    .get('/own/decks/:name/reports', async (c) => {
      const { id } = await ownOf(c);
      await servedOf(c, id);
      return c.json({ reports: await reportsOn(c.env.PROGRESS, id) });
    })
    .put('/own/decks/:name/reports/:report/decision', async (c) => {
      const { id } = await ownOf(c);
      const report = readParameter('report', ReportIdSchema, c.req.param('report'));
      await decide(c.env.PROGRESS, id, report, await readBody(c.req.raw, ANSWER_BYTES_MAX, DecisionSchema));
      return c.body(null, 204);
    })
    .put('/decks/:deck/reports/:report', async (c) => {
      await limitedLearnerOf(c);
      const shelved = await shelves.at(c.env).deck(c.req.param('deck'));
      if (!isPublishedId(shelved.id))
        throw refuseAt('deck', 'no-reports', 'belongs to this server, and nobody reads reports on it');
      const id = readParameter('report', ReportIdSchema, c.req.param('report'));
      const report = await readBody(c.req.raw, ANSWER_BYTES_MAX, ReportSchema);
      await refuseUnasked(c, shelved, report);
      await putReport(c.env.PROGRESS, shelved.id, id, report, Date.now());
      return c.body(null, 204);
    });
}

/** The author, the deck's name, and the id that follows from both: nobody else's deck can be named here. */
async function ownOf(
  c: Context<Env, '/own/decks/:name'>,
): Promise<{ readonly author: LearnerId; readonly name: string; readonly id: DeckId }> {
  const author = await limitedLearnerOf(c);
  const name = readParameter('name', DeckNameSchema, c.req.param('name'));
  return { author, name, id: await publishedId(author, name) };
}

/** A question that went in the newest revision was seen in the one that the report names: then the report is not lost. */
async function refuseUnasked(c: Context<Env>, shelved: Shelved, report: Report): Promise<void> {
  const named = await revisionOf(c.env.PROGRESS, shelved.id, report.revision);
  const asksIt = named?.deck.facts.some(
    ({ id, questions }) =>
      id === report.fact && questions.some((question) => question.id === report.question),
  );
  if (asksIt !== true) viewAsked(shelved, report);
}

async function servedOf(c: Context<Env>, id: DeckId): Promise<Pointer> {
  const served = await pointerOf(c.env.PROGRESS, id);
  if (served === undefined) throw unknownDeck();
  return served;
}

function unknownDeck() {
  return refuseAt('name', 'unknown-deck', 'is no deck of this key');
}

function ownDeck({ id, revision, publishedAtMs, name, title, access }: Pointer) {
  return { id, revision, publishedAtMs, name, title, access };
}
