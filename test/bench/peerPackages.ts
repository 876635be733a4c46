import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { Answerer } from './gzipServer.ts';
import { VERSIONS, type PeerPage } from './peerPages.ts';

const ROOT = join(import.meta.dirname, '../..');
const PACKAGES = join(ROOT, '.build/peers');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Installs the packages of the peers once, in these versions; false, said on the console, where npm does not give them. */
export function havePackages(): boolean {
  const wanted = Object.entries(VERSIONS);
  if (wanted.every(([name, version]) => versionOf(name) === version)) return true;
  const options = [
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--fetch-retries=0',
    '--prefix',
    PACKAGES,
  ];
  try {
    const packages = wanted.map(([name, version]) => `${name}@${version}`);
    execFileSync('npm', ['install', ...options, ...packages], { cwd: ROOT, stdio: 'pipe' });
    return true;
  } catch {
    console.log('quizdown and h5p-standalone cannot be had from npm now: Steppe is measured alone.');
    return false;
  }
}

function versionOf(name: string): unknown {
  const file = join(PACKAGES, 'node_modules', name, 'package.json');
  if (!existsSync(file)) return null;
  const described: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof described === 'object' && described !== null && 'version' in described
    ? described.version
    : null;
}

/** The page's own texts, and the files of its package. */
export function filesOf({ texts, folder }: PeerPage): Answerer {
  return ({ url = '/' }) => {
    const { pathname } = new URL(url, 'http://host');
    const type = pathname === '/' ? 'text/html; charset=utf-8' : (TYPES[extname(pathname)] ?? 'font/woff2');
    const headers = { 'content-type': type, 'cache-control': 'max-age=3600' };
    const text = texts[pathname];
    if (text !== undefined) return { headers, body: Buffer.from(text) };
    if (folder === undefined) return null;
    const file = join(PACKAGES, 'node_modules', folder, normalize(pathname));
    return statSync(file, { throwIfNoEntry: false })?.isFile() === true
      ? { headers, body: readFileSync(file) }
      : null;
  };
}
