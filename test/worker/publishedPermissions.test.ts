import { reset } from 'cloudflare:test';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import decks from '../../.build/test-decks.json';
import { PublishedSchema } from '../../questions/publish.ts';
import { createApp } from '../../worker/app.ts';
import { ask, by, LEARNER, problemOf, sending, storedKeys, STRANGER } from './ask.ts';
import { countedIn } from './classroom/someClass.ts';
import { deckToPublish } from './publishedDeck.ts';

const REPORT = '01J000000000000000000000RP';
const FRESH = '01J000000000000000000000RQ';

interface Made {
  readonly id: string;
  readonly revision: string;
}

type Asked = readonly [path: string, method?: string, body?: unknown];

interface Case {
  /** Who is let in: whoever has a key, or the author of the deck that is named. */
  readonly lets: 'keys' | 'author';
  /** The request about the deck of this name among those of whoever asks. */
  readonly request: (made: Made, name: string) => Asked | Promise<Asked>;
}

/** Every endpoint of published decks that asks for a key; one that is missing here fails the first test. */
const CASES: Readonly<Record<string, Case>> = {
  'GET /own/decks': { lets: 'keys', request: () => ['/own/decks'] },
  'PUT /own/decks/:name': {
    // Another's deck of the same name is another deck: nobody can write to it.
    lets: 'keys',
    request: async ({ revision }, name) => [
      `/own/decks/${name}`,
      'PUT',
      await deckToPublish({ title: 'New' }, revision),
    ],
  },
  'GET /own/decks/:name': { lets: 'author', request: (_made, name) => [`/own/decks/${name}`] },
  'DELETE /own/decks/:name': { lets: 'keys', request: (_made, name) => [`/own/decks/${name}`, 'DELETE'] },
  'GET /own/decks/:name/reports': {
    lets: 'author',
    request: (_made, name) => [`/own/decks/${name}/reports`],
  },
  'PUT /own/decks/:name/reports/:report/decision': {
    lets: 'author',
    request: (_made, name) => [
      `/own/decks/${name}/reports/${REPORT}/decision`,
      'PUT',
      { decision: 'kept', revision: null },
    ],
  },
  'PUT /decks/:deck/reports/:report': {
    lets: 'keys',
    request: ({ id, revision }) => [
      `/decks/${id}/reports/${FRESH}`,
      'PUT',
      { fact: 'built-by', question: 'who', revision, answer: null, outcome: 'wrong' },
    ],
  },
};

const ENDPOINTS = createApp(decks)
  .routes.filter(({ method, path }) => method !== 'ALL' && /\/own\/|\/reports\//.test(path))
  .map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);

/** The author's deck, with a report on it. */
async function someDeck(): Promise<Made> {
  const response = await ask('/own/decks/tarn', sending('PUT', await deckToPublish(), by(LEARNER)));
  const { id, revision } = v.parse(PublishedSchema, await response.json());
  const report = { fact: 'built-by', question: 'who', revision, answer: 'A. Lund', outcome: 'wrong' };
  await ask(`/decks/${id}/reports/${REPORT}`, sending('PUT', report, by(STRANGER)));
  return { id, revision };
}

function send([path, method = 'GET', body]: Asked, headers: Record<string, string>): Promise<Response> {
  return ask(path, body === undefined ? { method, headers } : sending(method, body, headers));
}

/** All that a caller can tell of an answer but the moment: and what it cost, which is the time it takes. */
async function seen(asked: Asked, key: string) {
  let said = {};
  const cost = await countedIn(async () => {
    const response = await send(asked, by(key));
    said = { status: response.status, headers: [...response.headers], body: await response.text() };
  });
  return { ...said, cost };
}

beforeEach(reset);

it('every endpoint of published decks is in the matrix', () => {
  expect([...ENDPOINTS].sort()).toEqual(Object.keys(CASES).sort());
});

describe.each(Object.entries(CASES))('%s', (_endpoint, cell) => {
  it('is refused without a key, and with a garbled one, before any call to the store', async () => {
    const asked = await cell.request(await someDeck(), 'tarn');
    for (const headers of [{}, { Authorization: 'Bearer none' }, { Authorization: 'Basic YTpi' }]) {
      let status = 0;
      const cost = await countedIn(async () => {
        status = (await send(asked, headers)).status;
      });
      expect([status, cost]).toEqual([401, { put: 0, list: 0, get: 0, delete: 0 }]);
    }
  });

  it('lets the author do it', async () => {
    const response = await send(await cell.request(await someDeck(), 'tarn'), by(LEARNER));
    expect([response.status, response.ok]).toEqual([response.status, true]);
  });

  it('lets another key see and change nothing of the author’s', async () => {
    const made = await someDeck();
    const [before, own] = [await storedKeys(), await (await ask(`/decks/${made.id}`)).text()];
    const theirs = await seen(await cell.request(made, 'tarn'), STRANGER);
    expect(JSON.stringify(theirs)).not.toMatch(/A\. Lund|Ada Lund|The harbour/);
    expect(await storedKeys()).toEqual(expect.arrayContaining([...before]));
    expect(await (await ask(`/decks/${made.id}`)).text()).toBe(own);
    if (cell.lets === 'keys') return;
    const nowhere = await seen(await cell.request(made, 'torn'), STRANGER);
    expect(theirs).toMatchObject({ status: 404, cost: { put: 0, delete: 0 } });
    expect(theirs).toEqual(nowhere);
  });
});

it('an author’s id leads nobody to the deck by another name, and no id is anybody else’s', async () => {
  const { id } = await someDeck();
  const tag = id.slice('tarn-'.length);
  for (const other of [`torn-${tag}`, `tarn-${tag.slice(1)}${tag.slice(0, 1)}`])
    expect((await problemOf(await ask(`/decks/${other}`))).code).toBe('unknown-deck');
});
