import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { afterEach, expect, it } from 'vitest';
import { LearnerIdSchema } from '../../questions/ids.ts';
import { PublishSchema } from '../../questions/publish.ts';
import { publishDeck } from '../../worker/published/publishDeck.ts';
import { publishedId } from '../../worker/published/publishedId.ts';
import { servedDeck, sourceOf } from '../../worker/published/publishedStore.ts';
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
