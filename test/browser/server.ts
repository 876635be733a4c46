import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { getPlatformProxy } from 'wrangler';

const ROOT = join(import.meta.dirname, '../..');
const CONFIG = 'test/browser/wrangler.toml';
const READY_MS = 60_000;
const PORTS_MOST = 3;
/** What the Worker of the tests counts. */
export const OperationsSchema = v.strictObject({
  put: v.number(),
  list: v.number(),
  get: v.number(),
  delete: v.number(),
});
/** How often each operation of KV was called. */
export type Operations = v.InferOutput<typeof OperationsSchema>;

/** What the tests need of a KV namespace. */
interface Namespace {
  list(): Promise<{ readonly keys: readonly { readonly name: string }[] }>;
  get(key: string): Promise<string | null>;
}

/** The whole Steppe on local workerd, with KV on disk that outlives a restart. */
export class Server {
  readonly #folder = mkdtempSync(join(tmpdir(), 'steppe-kv-'));
  #process: ChildProcess | undefined;
  #port: number | undefined;
  url = '';

  /**
   * Starts workerd, on the same port every time, and waits until the API answers. Throws with wrangler's output after a minute. The
   * first time, a port that somebody else took meanwhile is given up for another.
   */
  async start(): Promise<void> {
    const isFirst = this.#port === undefined;
    for (let tries = isFirst ? PORTS_MOST : 1; ; tries -= 1) {
      const port = this.#port ?? (await freePort());
      const problem = await this.#startOn(port);
      if (problem === null) {
        this.#port = port;
        return;
      }
      await this.stop();
      if (tries <= 1 || !problem.includes('Address already in use'))
        throw new Error(`The server did not start:\n${problem}`);
    }
  }

  /** Null once the API answers, or wrangler's output where it does not. */
  async #startOn(port: number): Promise<string | null> {
    this.url = `http://127.0.0.1:${port}`;
    const args = ['dev', '--config', CONFIG, '--port', String(port), '--inspector-port', '0'];
    const child = spawn(join(ROOT, 'node_modules/.bin/wrangler'), [...args, '--persist-to', this.#folder], {
      cwd: ROOT,
      detached: true,
      env: { ...process.env, CI: 'true' },
    });
    this.#process = child;
    let output = '';
    child.stdout.on('data', (text) => (output += String(text)));
    child.stderr.on('data', (text) => (output += String(text)));
    const until = Date.now() + READY_MS;
    while (!(await this.#answers())) {
      if (Date.now() > until || child.exitCode !== null || output.includes('Address already in use'))
        return output;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return null;
  }

  async #answers(): Promise<boolean> {
    return fetch(`${this.url}/api/v1/decks`).then(
      (response) => response.ok,
      () => false,
    );
  }

  /** Stops workerd; KV stays on disk. */
  async stop(): Promise<void> {
    const child = this.#process;
    if (child?.pid === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, 'SIGTERM');
    await ended;
    this.#process = undefined;
  }

  /** KV operations since the start. */
  async operations(): Promise<Operations> {
    return v.parse(OperationsSchema, await (await fetch(`${this.url}/api/test/kv`)).json());
  }

  /** Reads KV from disk while the server is stopped: every key with its value. */
  async storedWhileStopped(): Promise<ReadonlyMap<string, string>> {
    const platform = await getPlatformProxy<{ PROGRESS: Namespace }>({
      configPath: join(ROOT, CONFIG),
      persist: { path: join(this.#folder, 'v3') },
    });
    try {
      const { PROGRESS: namespace } = platform.env;
      const { keys } = await namespace.list();
      const entries = keys.map(async ({ name }) => [name, (await namespace.get(name)) ?? ''] as const);
      return new Map(await Promise.all(entries));
    } finally {
      await platform.dispose();
    }
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A port on which nobody listens now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
