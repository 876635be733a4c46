import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { build } from 'vite';
import type { Store } from '../../web/store.ts';
import { storeContract } from '../web/storeContract.ts';
import { openChromium } from './chromium.ts';

const SCRATCH = join(import.meta.dirname, '../../.build/indexed-db');
const ADDRESS = 'http://127.0.0.1/blank';
const SCRIPT = `
import { openDatabase } from '../../web/database.ts';
import { indexedDbStore } from '../../web/storeIndexedDb.ts';
globalThis.opening = openDatabase().then(indexedDbStore);
`;

let browser: Browser | undefined;
let script = '';

beforeAll(async () => {
  [browser, script] = await Promise.all([openChromium(), bundle()]);
});

afterAll(() => browser?.close());

/** The store of the app as one script, which leaves it in the page. */
async function bundle(): Promise<string> {
  mkdirSync(SCRATCH, { recursive: true });
  const input = join(SCRATCH, 'page.ts');
  writeFileSync(input, SCRIPT);
  const built = await build({
    root: SCRATCH,
    configFile: false,
    logLevel: 'warn',
    build: { write: false, modulePreload: false, rolldownOptions: { input, output: { format: 'iife' } } },
  });
  const [chunk] = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  if (chunk?.type !== 'chunk') throw new Error('no script');
  return chunk.code;
}

/** The store on the real IndexedDB of a new browser context. Each method runs there; sets and maps come back as what they are. */
async function storeInBrowser(): Promise<Store> {
  if (browser === undefined) throw new Error('no browser');
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(ADDRESS);
  await page.addScriptTag({ content: script });
  return new Proxy({} as Store, {
    get: (_, method) =>
      // A store is no promise.
      method === 'then' ? undefined : (...given: unknown[]) => call(page, String(method), given),
  });
}

interface Carried {
  readonly kind: 'set' | 'map' | 'plain';
  readonly value: unknown;
}

async function call(page: Page, method: string, given: readonly unknown[]): Promise<unknown> {
  const { kind, value } = await page.evaluate(
    async ([name, values]): Promise<Carried> => {
      const { opening } = globalThis as unknown as {
        opening: Promise<Record<string, (...args: unknown[]) => unknown>>;
      };
      const result = await (await opening)[name]?.(...values);
      if (result instanceof Set) return { kind: 'set', value: [...result] };
      if (result instanceof Map) return { kind: 'map', value: [...result] };
      return { kind: 'plain', value: result };
    },
    [method, given] as const,
  );
  if (kind === 'plain') return value;
  return kind === 'set' ? new Set(value as unknown[]) : new Map(value as [unknown, unknown][]);
}

storeContract('IndexedDB', storeInBrowser);
