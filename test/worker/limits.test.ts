import { env } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import decks from '../../.build/test-decks.json';
import browserConfig from '../browser/wrangler.toml?raw';
import config from '../../wrangler.toml?raw';
import { createApp } from '../../worker/app.ts';
import { networkOf } from '../../worker/limits.ts';
import { API, ask, by, LEARNER, problemOf, SEGMENT, sending, STRANGER } from './ask.ts';
import { segmentOf } from './reviews.ts';

const REFUSAL = {
  status: 429,
  code: 'too-many-requests',
  type: '/api/v1/openapi.json#/components/responses/too-many-requests',
  title: 'These are too many requests',
};
const PATH = `/log/harbour/${SEGMENT}`;
const from = (address: string) => ({ 'CF-Connecting-IP': address });
const operations = async () => (await ask('https://steppe.example/api/test/kv')).json();

/** A binding that lets so many requests of each key pass, whatever the time. */
function limitOf(most: number) {
  const counts = new Map<string, number>();
  return {
    limit: ({ key }: { key: string }) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return Promise.resolve({ success: (counts.get(key) ?? 0) <= most });
    },
  };
}

/** The local binding counts by the minute of the clock: a run that fails across its turn is made once more, with a `fresh` learner. */
async function withinOneMinute(run: (fresh: number) => Promise<void>): Promise<void> {
  const minute = () => Math.floor(Date.now() / 60_000);
  const began = minute();
  await run(1).catch(async (error: unknown) => {
    if (minute() === began) throw error;
    await run(2);
  });
}

/** Sends 120 requests, a few at once, and expects each to get as far as the store. */
async function spend(send: () => Promise<Response>): Promise<void> {
  for (let sent = 0; sent < 120; sent += 20) {
    const responses = await Promise.all(Array.from({ length: 20 }, send));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([404]));
  }
}

describe('a learner, by the real binding,', { timeout: 30_000 }, () => {
  it('is refused the 121st request of a minute, before it costs a call to the store; another learner is not', () =>
    withinOneMinute(async (fresh) => {
      const headers = { ...from('192.0.2.1'), ...by(`${LEARNER.slice(1)}${fresh}`) };
      await spend(() => ask(PATH, { headers }));
      const before = await operations();
      const refused = [
        await ask('/log', { headers }),
        await ask(PATH, { headers }),
        await ask(PATH, sending('PUT', segmentOf(1), headers)),
      ];
      for (const response of refused) {
        expect(response.headers.get('retry-after')).toBe('60');
        const detail = 'This learner has sent too many requests. Try again in 60 seconds.';
        expect(await problemOf(response)).toEqual({ ...REFUSAL, detail });
      }
      expect(await operations()).toEqual(before);
      expect((await ask(PATH, { headers: { ...headers, ...by(STRANGER) } })).status).toBe(404);
      expect((await ask('/decks', { headers })).status).toBe(200);
    }));

  it('is refused wherever the requests come from', () =>
    withinOneMinute(async (fresh) => {
      const learner = by(`${STRANGER.slice(1)}${fresh}`);
      let sent = 0;
      const elsewhere = () => ask(PATH, { headers: { ...from(`198.51.100.${(sent += 1)}`), ...learner } });
      await spend(elsewhere);
      expect(await problemOf(await elsewhere())).toMatchObject(REFUSAL);
    }));
});

describe('an address', () => {
  it('is refused on every path, its neighbours in the same /64 too, and no other', async () => {
    const bindings = { ...env, ADDRESS_LIMIT: limitOf(2), PROGRESS: undefined };
    const app = createApp(decks);
    const asks = async (address: string, path: string, init?: RequestInit) => {
      const request = new Request(API + path, init);
      request.headers.set('CF-Connecting-IP', address);
      return app.fetch(request, bindings);
    };

    expect((await asks('2001:db8::1', '/decks')).status).toBe(200);
    expect((await asks('2001:db8::1', '/decks')).status).toBe(200);
    const refused = [
      await asks('2001:db8::1', '/decks'),
      await asks('2001:db8:0:0:ffff:1:2:3', '/decks'),
      await asks('2001:db8::1', '/decks/harbour/answers', sending('POST', {})),
      await asks('2001:db8::1', '/log', { headers: by(LEARNER) }),
      await asks('2001:db8::1', PATH, sending('PUT', segmentOf(1), by(LEARNER))),
      await asks('2001:db8::1', PATH, { headers: { Authorization: 'Bearer nonsense' } }),
      await asks('2001:db8::1', '/nowhere'),
    ];
    for (const response of refused) {
      expect(response.headers.get('retry-after')).toBe('60');
      expect(JSON.stringify([...response.headers])).not.toContain('2001');
      const detail = 'This address has sent too many requests. Try again in 60 seconds.';
      expect(await problemOf(response)).toEqual({ ...REFUSAL, detail });
    }
    expect((await asks('2001:db8:0:1::1', '/decks')).status).toBe(200);
    expect((await asks('203.0.113.1', '/decks')).status).toBe(200);
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8::3:4:5:6:7', '2001:db8:0:3'],
    ['::1', '0:0:0:0'],
    ['', 'no-address'],
    [undefined, 'no-address'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('has room for a school: 200 learners who send 15 requests a minute, here and in the browser tests', () => {
    for (const toml of [config, browserConfig]) {
      expect(toml).toMatch(
        /name = "ADDRESS_LIMIT"\nnamespace_id = "\d+"\nsimple = { limit = 3000, period = 60 }/,
      );
      expect(toml).toMatch(
        /name = "LEARNER_LIMIT"\nnamespace_id = "\d+"\nsimple = { limit = 120, period = 60 }/,
      );
    }
  });
});

describe('a limit', () => {
  const served = (init: RequestInit, limits: object) =>
    createApp(decks).fetch(new Request(API + PATH, init), { ...env, ...limits });

  it('refuses so that a page of another origin may read it, and refuses no preflight', async () => {
    const headers = { Origin: 'https://course.example', ...by(LEARNER) };
    for (const limits of [{ ADDRESS_LIMIT: limitOf(0) }, { LEARNER_LIMIT: limitOf(0) }]) {
      const refused = await served({ headers }, limits);
      expect(refused.status).toBe(429);
      expect(refused.headers.get('access-control-allow-origin')).toBe('*');
      expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After');
      expect(refused.headers.get('cache-control')).toBe('no-store');
      expect((await served({ method: 'OPTIONS', headers }, limits)).status).toBe(204);
    }
  });

  it('asks for a learner key before it counts for a learner', async () => {
    expect((await served({}, { LEARNER_LIMIT: limitOf(0) })).status).toBe(401);
  });

  it('lets the request pass where the binding fails, and logs neither address nor learner', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = {
      limit: ({ key }: { key: string }) => Promise.reject(new TypeError(`no counter for ${key}`)),
    };
    const headers = { ...from('203.0.113.9'), ...by(LEARNER) };
    const response = await served({ headers }, { ADDRESS_LIMIT: broken, LEARNER_LIMIT: broken });
    expect(await problemOf(response)).toMatchObject({ code: 'unknown-segment' });
    const line = { message: 'limit-unavailable', path: `/api/v1${PATH}`, error: 'TypeError' };
    expect(said.mock.calls).toEqual([[JSON.stringify(line)], [JSON.stringify(line)]]);
    said.mockRestore();
  });

  it('does not log a refusal', async () => {
    const said = vi.spyOn(console, 'error');
    await served({ headers: by(LEARNER) }, { ADDRESS_LIMIT: limitOf(0) });
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });
});
