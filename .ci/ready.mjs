// Makes a clone ready: installs when node_modules is missing or older than the lock file, builds when a source is newer
// than the last build, and a secret for the local server when there is none. Runs on any Node from 18 and needs no package. `--browser` also sees to a Chromium.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';

function run(command, args) {
  execFileSync(command, args, { cwd: root, stdio: 'inherit', shell: windows });
}

function changedAtMs(path) {
  const full = join(root, path);
  return existsSync(full) ? statSync(full).mtimeMs : 0;
}

/** The newest change below a folder, in ms; what a build makes does not count. */
function newestMs(path) {
  const full = join(root, path);
  if (!existsSync(full)) return 0;
  if (!statSync(full).isDirectory()) return statSync(full).mtimeMs;
  const inside = readdirSync(full).filter((name) => name !== 'dist');
  return Math.max(
    statSync(full).mtimeMs * Number(path !== 'web'),
    0,
    ...inside.map((name) => newestMs(join(path, name))),
  );
}

function install() {
  if (changedAtMs('node_modules/.package-lock.json') >= changedAtMs('package-lock.json')) return;
  console.log('Installing packages …');
  // Not `npm ci`: it refuses a lock file that lacks an optional package of another platform. Both install what the lock says.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
}

function build() {
  const sources = ['questions', 'web', 'test/fixtures/decks', 'package-lock.json'].map(newestMs);
  if (changedAtMs('.build/built') >= Math.max(...sources)) return;
  console.log('Building …');
  run('npm', ['run', '--silent', 'build']);
}

/** What signs on this machine's server, made once: with another, invitations and open attempts would no longer hold. */
function makeSecret() {
  const path = join(root, '.dev.vars');
  if (existsSync(path)) return;
  writeFileSync(path, `SIGNING_SECRET=${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
}

try {
  makeSecret();
  install();
  build();
  if (process.argv.includes('--browser')) (await import('./browser.mjs')).findChromium({ install: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
