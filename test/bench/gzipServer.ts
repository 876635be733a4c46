import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';

/** A body before it is compressed, and the headers that go with it. */
export interface Answer {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
/** Gives the answer to a request, whose body has been read; null where there is none. */
export type Answerer = (request: IncomingMessage, body: Buffer) => Promise<Answer | null> | Answer | null;

/** An answer as it went out: `bytes` counts the compressed body. */
export interface Served {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
}

const SIZES = new Set(['content-length', 'content-encoding', 'transfer-encoding']);
const COMPRESSED = /^(text|application)\/(html|css|javascript|json|problem\+json|manifest\+json|plain)/;

/** A server that compresses what a host on the web would compress, and writes down what it sent. */
export class GzipServer {
  /** In the order of sending; whoever measures empties it. */
  served: Served[] = [];
  readonly #server: Server;
  readonly #compressed = new Map<string, Buffer>();

  constructor(answer: Answerer) {
    this.#server = createServer((request, response) => {
      this.#respond(answer, request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : new Error(String(error)));
      });
    });
  }

  /** Listens on this port of 127.0.0.1. */
  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #respond(answer: Answerer, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = await answer(request, await buffer(request));
    const { status = 200, headers, body } = found ?? { status: 404, headers: {}, body: Buffer.alloc(0) };
    const type = headers['content-type'] ?? '';
    const isCompressed = COMPRESSED.test(type) && body.length > 0;
    const sent = isCompressed ? this.#compress(body) : body;
    this.served.push({ path: request.url ?? '', type, bytes: sent.length });
    response.writeHead(status, {
      ...headers,
      ...(isCompressed ? { 'content-encoding': 'gzip' } : {}),
      'content-length': sent.length,
    });
    response.end(sent);
  }

  /** The same bytes are compressed once, so that no run waits for it but the first. */
  #compress(body: Buffer): Buffer {
    const key = body.toString('latin1');
    const known = this.#compressed.get(key) ?? gzipSync(body, { level: 9 });
    this.#compressed.set(key, known);
    return known;
  }
}

/** Asks another server, one that compresses nothing itself. */
export function through(url: string): Answerer {
  return async (request, body) => {
    const { host: _host, connection: _connection, ...headers } = request.headers;
    const response = await fetch(url + (request.url ?? ''), {
      method: request.method ?? 'GET',
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      redirect: 'manual',
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    const kept = [...response.headers].filter(([name]) => !SIZES.has(name));
    return {
      status: response.status,
      headers: Object.fromEntries(kept),
      body: Buffer.from(await response.arrayBuffer()),
    };
  };
}
