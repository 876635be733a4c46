import { describe, expect, it, vi } from 'vitest';
import decks from '../../.build/test-decks.json';
import { createApp } from '../../worker/app.ts';
import { API, ask, by, LEARNER, problemOf, SEGMENT, sending } from './ask.ts';
import { segmentOf } from './reviews.ts';

const bindings = (kv: object) => ({
  PROGRESS: kv as KVNamespace,
  ASSETS: { fetch: () => new Response('the app') },
});

describe('every answer of the API', () => {
  it('can run nothing, stand in no frame, and be read by any page without credentials', async () => {
    for (const path of [
      '/decks',
      '/decks/harbour',
      '/decks/harbour/document',
      '/decks/atlantis',
      '/log',
      '/openapi.json',
      '/nowhere',
    ]) {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy'), path).toMatch(
        /default-src 'none'.*frame-ancestors 'none'/,
      );
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('access-control-allow-origin'), path).toBe('*');
      expect(headers.get('access-control-allow-credentials'), path).toBeNull();
      expect(headers.get('cache-control'), path).toBeTruthy();
      expect(headers.get('set-cookie'), path).toBeNull();
    }
  });

  it('lets a page of another origin ask with a learner key', async () => {
    const headers = {
      Origin: 'https://course.example',
      'Access-Control-Request-Method': 'PUT',
      'Access-Control-Request-Headers': 'authorization,content-type',
    };
    const response = await ask(`/log/harbour/${SEGMENT}`, { method: 'OPTIONS', headers });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(response.headers.get('access-control-allow-headers')).toMatch(/Authorization.*Content-Type/);
  });

  it('names the methods that a path takes', async () => {
    const response = await ask(`/log/harbour/${SEGMENT}`, { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('GET, HEAD, PUT');
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'method-not-allowed' });
  });
});

describe('a path outside the API', () => {
  it('belongs to the app', async () => {
    const response = await createApp([]).fetch(
      new Request('https://steppe.example/decks/harbour/study'),
      bindings({}),
    );
    expect(await response.text()).toBe('the app');
  });
});

describe('a failure', () => {
  it('of the store is told as such, to be tried again, without what the store said', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const kv = { put: () => Promise.reject(new Error('KV PUT failed: 429 Too Many Requests')) };
    const request = new Request(`${API}/log/harbour/${SEGMENT}`, sending('PUT', segmentOf(1), by(LEARNER)));
    const response = await createApp(decks).fetch(request, bindings(kv));
    expect(response.headers.get('retry-after')).toBe('60');
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 503, code: 'store-unavailable' });
    expect(JSON.stringify(problem)).not.toContain('429');
    said.mockRestore();
  });

  it('that nobody foresaw is told without detail, and logged by path and name alone', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const kv = {
      get: () => {
        throw new TypeError('a secret');
      },
    };
    const request = new Request(`${API}/log/harbour/${SEGMENT}`, { headers: by(LEARNER) });
    const problem = await problemOf(await createApp(decks).fetch(request, bindings(kv)));
    expect(problem).toEqual({
      type: '/api/v1/openapi.json#/components/responses/internal',
      title: 'The server made a mistake',
      status: 500,
      code: 'internal',
      detail: 'Try again later.',
    });
    expect(said.mock.calls).toEqual([
      [JSON.stringify({ message: 'internal', path: `/api/v1/log/harbour/${SEGMENT}`, error: 'TypeError' })],
    ]);
    said.mockRestore();
  });

  it('of the caller is not logged', async () => {
    const said = vi.spyOn(console, 'error');
    await ask('/log', { headers: { Authorization: 'Bearer nonsense' } });
    await ask('https://steppe.example/oembed?url=x&format=yaml');
    await ask(`/log/harbour/${SEGMENT}`, sending('PUT', { v: 1, reviews: [] }, by(LEARNER)));
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });
});
