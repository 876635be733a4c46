import { reset } from 'cloudflare:test';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { PublishedSchema } from '../../questions/publish.ts';
import { SHAPES } from '../../worker/shapes.ts';
import { ask, by, LEARNER, problemOf, SEGMENT, sending, STRANGER } from './ask.ts';
import { countedIn } from './classroom/someClass.ts';
import { deckToPublish } from './publishedDeck.ts';
import { answered, idOf } from './reviews.ts';

const SITE = 'https://steppe.example';
const AUTHOR = by(LEARNER);
const OTHER = by(STRANGER);
const DECK = '/own/decks/tarn';

beforeEach(reset);

async function publish(parts: Parameters<typeof deckToPublish>[0] = {}, after: string | null = null) {
  const response = await ask(DECK, sending('PUT', await deckToPublish(parts, after), AUTHOR));
  expect(response.status).toBe(201);
  return v.parse(PublishedSchema, await response.json());
}

/** What a request costs in operations of KV. */
async function costOf(path: string, init?: RequestInit) {
  return countedIn(async () => expect((await ask(path, init)).status, path).toBeLessThan(300));
}

describe('a report on an older revision', () => {
  const report = (revision: string, fact: string, question = 'who') =>
    sending('PUT', { fact, question, revision, answer: null, outcome: 'wrong' }, OTHER);
  const named = (nth: number) => idOf(nth).slice(0, 26);

  it('is taken where that revision asked the question, or the newest one does', async () => {
    const first = await publish();
    const second = await publish({ title: 'Another title' }, first.revision);
    for (const [nth, revision] of [first.revision, second.revision, 'f'.repeat(64)].entries()) {
      const response = await ask(`/decks/${first.id}/reports/${named(nth)}`, report(revision, 'built-by'));
      expect(response.status, revision).toBe(204);
    }
  });

  it('is refused where no revision named asked it', async () => {
    const first = await publish();
    await publish({ title: 'Another title' }, first.revision);
    for (const revision of [first.revision, 'f'.repeat(64)]) {
      const path = `/decks/${first.id}/reports/${named(1)}`;
      expect((await problemOf(await ask(path, report(revision, 'atlantis')))).code).toBe('unknown-fact');
      expect((await problemOf(await ask(path, report(revision, 'built-by', 'gap')))).code).toBe(
        'unknown-question',
      );
    }
    const { reports } = v.parse(
      SHAPES.Reports,
      await (await ask(`${DECK}/reports`, { headers: AUTHOR })).json(),
    );
    expect(reports).toEqual([]);
  });
});

describe('a published deck’s page', () => {
  it('asks search engines to leave it out: only who has the link finds it', async () => {
    const { id } = await publish();
    const robots = '<meta name="robots" content="noindex">';
    expect(await (await ask(`${SITE}/decks/${id}`)).text()).toContain(robots);
    expect(await (await ask(`${SITE}/decks/harbour`)).text()).not.toContain('noindex');
  });
});

describe('a learner’s log of a published deck', () => {
  it('can still be read when the author has removed the deck', async () => {
    const { id } = await publish();
    const path = `/log/${id}/${SEGMENT}`;
    const segment = { v: 1, reviews: [answered(0, { fact: 'built-by', question: 'who' })] };
    expect((await ask(path, sending('PUT', segment, OTHER))).status).toBe(204);
    await ask(DECK, { method: 'DELETE', headers: AUTHOR });
    const response = await ask(path, { headers: OTHER });
    expect(await response.json()).toEqual(segment);
    expect((await problemOf(await ask(path, { headers: AUTHOR }))).code).toBe('unknown-segment');
  });
});

describe('in operations of KV', () => {
  it('publishing costs four puts and a get, and the same again no put', async () => {
    const body = sending('PUT', await deckToPublish(), AUTHOR);
    expect(await costOf(DECK, body)).toEqual({ put: 4, get: 1, list: 0, delete: 0 });
    expect(await costOf(DECK, body)).toEqual({ put: 0, get: 2, list: 0, delete: 0 });
  });

  it('opening, answering and saving cost gets alone, and a session of twenty reviews one put', async () => {
    const { id } = await publish();
    // Two where the isolate has not met the revision; here no request shares memory with another.
    for (const path of [`/decks/${id}`, `/decks/${id}/document`])
      expect(await costOf(path), path).toEqual({ put: 0, get: 2, list: 0, delete: 0 });
    const answer = sending('POST', { fact: 'built-by', question: 'who', answer: 'Ada Lund' });
    expect(await costOf(`/decks/${id}/answers`, answer)).toEqual({ put: 0, get: 2, list: 0, delete: 0 });
    const reviews = Array.from({ length: 20 }, (_, at) =>
      answered(at, { fact: 'built-by', question: 'who' }),
    );
    const segment = sending('PUT', { v: 1, reviews }, OTHER);
    expect(await costOf(`/log/${id}/${SEGMENT}`, segment)).toEqual({ put: 1, get: 2, list: 0, delete: 0 });
  });

  it('a report costs one put, the list of an author’s decks one list, that of reports two', async () => {
    const { id, revision } = await publish();
    const report = { fact: 'built-by', question: 'who', revision, answer: 'A. Lund', outcome: 'wrong' };
    expect(await costOf(`/decks/${id}/reports/${idOf(1)}`, sending('PUT', report, OTHER))).toMatchObject({
      put: 1,
      list: 0,
    });
    expect(await costOf('/own/decks', { headers: AUTHOR })).toEqual({ put: 0, get: 0, list: 1, delete: 0 });
    expect(await costOf(`${DECK}/reports`, { headers: AUTHOR })).toEqual({
      put: 0,
      get: 1,
      list: 2,
      delete: 0,
    });
  });
});
