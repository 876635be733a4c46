import { reset } from 'cloudflare:test';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import decks from '../../.build/test-decks.json';
import { PublishedSchema } from '../../questions/publish.ts';
import document from '../fixtures/decks/harbour/document.md?raw';
import yaml from '../fixtures/decks/harbour/deck.yaml?raw';
import { ask, by, LEARNER, sending } from './ask.ts';

const asked = Object.entries(decks.find(({ deck }) => deck.id === 'harbour')?.key.facts ?? {}).flatMap(
  ([fact, { questions }]) => Object.keys(questions).map((question) => ({ fact, question })),
);
const GIVEN = [null, '', 'Atlantis?', '340 kg', ['Atlantis', '?'], [['a', 'b']], 7];
const SITE = 'https://steppe.example';

let id = '';

/** What is said, with the published deck's id as if it were the built one's. */
async function said(path: string, init?: RequestInit): Promise<readonly [number, string]> {
  const response = await ask(path, init);
  return [response.status, (await response.text()).replaceAll(id, 'harbour')];
}

beforeAll(async () => {
  await reset();
  const wanted = { yaml, document, offered: '', after: null };
  const response = await ask('/own/decks/saltmere', sending('PUT', wanted, by(LEARNER)));
  ({ id } = v.parse(PublishedSchema, await response.json()));
});
afterAll(reset);

/** What the built deck tells, and when, `sealed.test.ts` searches byte by byte. */
describe('a sealed deck with every kind of question says the same when it is published', () => {
  it('as a deck and as a document', async () => {
    for (const part of ['', '/document'])
      expect(await said(`/decks/${id}${part}`), part).toEqual(await said(`/decks/harbour${part}`));
    expect(asked.length).toBeGreaterThan(15);
  });

  it.each(asked)('to whatever is answered to $fact/$question', async (one) => {
    for (const answer of GIVEN) {
      const body = sending('POST', { ...one, answer });
      const built = await said('/decks/harbour/answers', body);
      expect(await said(`/decks/${id}/answers`, body), String(answer)).toEqual(built);
    }
  });

  it('to whoever embeds it', async () => {
    const [status, frame] = await said(`${SITE}/embed/${id}`);
    expect([status, frame]).toEqual(await said(`${SITE}/embed/harbour`));
    const oembed = (deck: string) =>
      said(`${SITE}/oembed?url=${encodeURIComponent(`${SITE}/decks/${deck}`)}`);
    expect(await oembed(id)).toEqual(await oembed('harbour'));
  });

  it('and has its source told to its author alone', async () => {
    for (const path of [`/decks/${id}/source`, `/decks/${id}/key`, `/own/decks/saltmere`])
      expect((await said(path))[1], path).not.toContain('Brandt');
    const own = await ask('/own/decks/saltmere', { headers: by(LEARNER) });
    expect(await own.text()).toContain('Brandt');
  });
});
