import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../browser/server.ts';
import { kvOverHttp } from './kvOverHttp.ts';

const ROOT = join(import.meta.dirname, '../..');
const READY_MS = 30_000;

/** The Worker in a workerd of its own, with nothing beside it in the process: its KV is outside, as at Cloudflare. */
export class WorkerdAlone {
  readonly #folder = mkdtempSync(join(tmpdir(), 'steppe-alone-'));
  readonly #kv: Server = kvOverHttp();
  #process: ChildProcess | undefined;
  url = '';

  /** Bundles the Worker of the tests, starts it, and waits for an answer. */
  async start(): Promise<void> {
    const [port, kvPort] = [await freePort(), await freePort()];
    const args = ['deploy', '--dry-run', '--minify', '--config', 'test/browser/wrangler.toml'];
    execFileSync(join(ROOT, 'node_modules/.bin/wrangler'), [...args, '--outdir', this.#folder], {
      cwd: ROOT,
      stdio: 'pipe',
    });
    await new Promise<void>((resolve) => this.#kv.listen(kvPort, '127.0.0.1', resolve));
    writeFileSync(join(this.#folder, 'alone.capnp'), configOf(port, kvPort));
    this.#process = spawn(join(ROOT, 'node_modules/workerd/bin/workerd'), ['serve', 'alone.capnp'], {
      cwd: this.#folder,
      stdio: 'inherit',
    });
    this.url = `http://127.0.0.1:${port}`;
    const until = performance.now() + READY_MS;
    while (!(await this.#answers())) {
      if (performance.now() > until) throw new Error('workerd did not start');
      await sleep(50);
    }
  }

  get pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error('Inconsistent: workerd does not run');
    return pid;
  }

  async close(): Promise<void> {
    this.#process?.kill();
    this.#kv.closeAllConnections();
    this.#kv.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #answers(): Promise<boolean> {
    return fetch(`${this.url}/api/v1/decks`).then(
      (response) => response.ok,
      () => false,
    );
  }
}

/** workerd's own configuration (github.com/cloudflare/workerd, src/workerd/server/workerd.capnp). */
function configOf(port: number, kvPort: number): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "steppe", worker = (
      modules = [(name = "main.js", esModule = embed "main.js")],
      compatibilityDate = "2026-10-01",
      bindings = [(name = "PROGRESS", kvNamespace = "kv"), (name = "ASSETS", service = "kv"),
        (name = "SIGNING_SECRET", text = "a secret of the bench, long enough to be one")],
    )),
    (name = "kv", external = (address = "127.0.0.1:${kvPort}", http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "steppe")],
);
`;
}
