import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The size of the Worker as wrangler would upload it. */
export async function measureWorker(): Promise<readonly Figure[]> {
  return [{ what: 'Worker with the decks in it, gzip', value: workerKb(), unit: 'KB', most: 250 }];
}

function workerKb(): number {
  const folder = mkdtempSync(join(tmpdir(), 'steppe-worker-'));
  try {
    const args = ['deploy', '--dry-run', '--minify', '--config', 'wrangler.toml', '--outdir', folder];
    execFileSync(join(ROOT, 'node_modules/.bin/wrangler'), args, { cwd: ROOT, stdio: 'pipe' });
    const scripts = readdirSync(folder).filter((name) => /\.m?js$/.test(name));
    const bytes = scripts.map((name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length);
    return bytes.reduce((sum, size) => sum + size, 0) / 1024;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
