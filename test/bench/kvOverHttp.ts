import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What stands under a key; metadata as JSON. */
interface Entry {
  readonly value: Buffer;
  readonly metadata: string | undefined;
}

const METADATA = 'cf-kv-metadata';

/**
 * A KV namespace in memory, in the form in which workerd asks for one: HTTP, the key in the path, metadata in a header
 * (github.com/cloudflare/workerd, src/workerd/api/kv.c++). It gives a list in one part. The caller listens and closes.
 */
export function kvOverHttp(): Server {
  const entries = new Map<string, Entry>();
  return createServer((request, response) => void answer(entries, request, response));
}

async function answer(
  entries: Map<string, Entry>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://kv');
  const key = decodeURIComponent(pathname.slice(1));
  if (request.method === 'PUT') {
    entries.set(key, { value: await bodyOf(request), metadata: request.headers[METADATA]?.toString() });
    response.end();
  } else if (request.method === 'DELETE') {
    entries.delete(key);
    response.end();
  } else if (key === '') response.end(listOf(entries, searchParams.get('prefix') ?? ''));
  else give(entries.get(key), response);
}

function give(entry: Entry | undefined, response: ServerResponse): void {
  if (entry === undefined) {
    response.writeHead(404).end();
    return;
  }
  if (entry.metadata !== undefined) response.setHeader(METADATA, entry.metadata);
  response.end(entry.value);
}

function listOf(entries: ReadonlyMap<string, Entry>, prefix: string): string {
  const names = [...entries.keys()].filter((name) => name.startsWith(prefix)).sort();
  const keys = names.map((name) => {
    const metadata = entries.get(name)?.metadata;
    const beside: unknown = metadata === undefined ? undefined : JSON.parse(metadata);
    return { name, metadata: beside };
  });
  return JSON.stringify({ keys, list_complete: true });
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
