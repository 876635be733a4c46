import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { afterEach, expect, it } from 'vitest';
import { LearnerIdSchema } from '../../questions/ids.ts';
import { PublishSchema } from '../../questions/publish.ts';
import { publishDeck } from '../../worker/published/publishDeck.ts';
import { publishedId } from '../../worker/published/publishedId.ts';
import { sourceOf, type PublishedKv } from '../../worker/published/publishedStore.ts';
import { servedDeck } from '../../worker/published/servedDeck.ts';
import { deckToPublish } from './publishedDeck.ts';

const ANN = v.parse(LearnerIdSchema, 'a'.repeat(64));
const BEN = v.parse(LearnerIdSchema, 'b'.repeat(64));

afterEach(reset);

it('serves each of two decks of the same bytes under its own id, in one isolate', async () => {
  const wanted = v.parse(PublishSchema, await deckToPublish());
  for (const [author, name] of [
    [ANN, 'tarn'],
    [BEN, 'tarn'],
    [ANN, 'tarn-again'],
  ] as const) {
    await publishDeck(env.PROGRESS, author, name, wanted, 1);
    const id = await publishedId(author, name);
    expect((await servedDeck(env.PROGRESS, id))?.deck.id).toBe(id);
  }
});

it('keeps what was offered since, where nothing else of the deck has changed', async () => {
  const wanted = v.parse(PublishSchema, await deckToPublish());
  const { published } = await publishDeck(env.PROGRESS, ANN, 'tarn', wanted, 1);
  const offered = `${wanted.offered}fedcba9876543210 boats/how-many\n`;
  const again = { ...wanted, offered, after: published.revision };
  expect(await publishDeck(env.PROGRESS, ANN, 'tarn', again, 2)).toEqual({ isNew: false, published });
  const source = await sourceOf(env.PROGRESS, published.id, published.revision);
  expect(source).toMatchObject({ offered, publishedAtMs: 1 });
});

it('makes a revision anew of its source where what was compiled is of another form, or not there', async () => {
  const wanted = v.parse(PublishSchema, await deckToPublish());
  const { published } = await publishDeck(env.PROGRESS, ANN, 'tarn', wanted, 1);
  const { id, revision } = published;
  const key = `deck/${id}/made/${revision}`;
  const asPublished = await servedDeck(anIsolate(), id);
  expect(asPublished?.deck.facts.map((fact) => fact.id)).toEqual(['built-by']);
  for (const kept of ['{"deck":{},"key":{},"document":""}', '{"form":0,"made":{}}', 'not JSON']) {
    await env.PROGRESS.put(key, kept);
    expect(await servedDeck(anIsolate(), id), kept).toEqual(asPublished);
  }
  await env.PROGRESS.delete(key);
  expect(await servedDeck(anIsolate(), id)).toEqual(asPublished);
});

/** The same store to an isolate that remembers nothing yet. */
function anIsolate(): PublishedKv {
  const { PROGRESS: kv } = env;
  return {
    get: kv.get.bind(kv),
    put: kv.put.bind(kv),
    list: kv.list.bind(kv),
    delete: kv.delete.bind(kv),
  };
}
