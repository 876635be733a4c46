import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Miniflare } from 'miniflare';

const ROOT = join(import.meta.dirname, '../..');
const READY_MS = 60_000;

/** The whole Steppe on local workerd, with KV on disk that outlives a restart. */
export class Server {
  readonly #folder = mkdtempSync(join(tmpdir(), 'steppe-kv-'));
  #process: ChildProcess | undefined;
  url = '';

  /** Starts workerd and waits until the API answers. Throws with wrangler's output after a minute. */
  async start(): Promise<void> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const args = ['dev', '--config', 'test/browser/wrangler.toml', '--port', String(port), '--inspector-port', '0'];
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
      if (Date.now() > until || child.exitCode !== null) throw new Error(`The server did not start:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
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

  /** Reads KV from disk while the server is stopped: every key with its value. */
  async storedWhileStopped(): Promise<ReadonlyMap<string, string>> {
    const miniflare = new Miniflare({
      modules: true,
      script: 'export default {}',
      kvNamespaces: { PROGRESS: 'progress' },
      kvPersist: join(this.#folder, 'v3/kv'),
    });
    try {
      const namespace = await miniflare.getKVNamespace('PROGRESS');
      const { keys } = await namespace.list();
      const entries = keys.map(async ({ name }) => [name, (await namespace.get(name)) ?? ''] as const);
      return new Map(await Promise.all(entries));
    } finally {
      await miniflare.dispose();
    }
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
