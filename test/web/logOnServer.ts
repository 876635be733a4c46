import { vi } from 'vitest';

/** A server's log for `fetch`, in memory: bodies by learner key, deck and segment. It knows no delay. */
export interface LogOnServer {
  /** What lies under a key: `deck/segment` and the body. */
  of(key: string): Map<string, string>;
  /** Method and path of every request, in order. */
  readonly asked: string[];
  isReachable: boolean;
}

/** Puts it in the place of the network. */
export function stubServer(): LogOnServer {
  const all = new Map<string, Map<string, string>>();
  const of = (key: string) => {
    const log = all.get(key) ?? new Map<string, string>();
    all.set(key, log);
    return log;
  };
  const server: LogOnServer = { of, asked: [], isReachable: true };
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const method = init.method ?? 'GET';
    server.asked.push(`${method} ${path}`);
    if (!server.isReachable) throw new TypeError('no network');
    const log = of(new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '');
    return answer(log, method, path.replace('/api/v1/log', '').slice(1), init.body);
  });
  return server;
}

function answer(log: Map<string, string>, method: string, name: string, body: unknown): Response {
  if (method === 'PUT') {
    log.set(name, String(body));
    return new Response(null, { status: 204 });
  }
  if (method === 'DELETE') {
    const removed = log.size;
    log.clear();
    return Response.json({ removed, more: false });
  }
  if (name !== '') return new Response(log.get(name) ?? null, { status: log.has(name) ? 200 : 404 });
  const segments = [...log.keys()].map((key) => ({ deck: key.split('/')[0], id: key.split('/')[1] }));
  return Response.json({ segments });
}
