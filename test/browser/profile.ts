import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { findChromium } from '../../.ci/browser.mjs';
import { ARGUMENTS } from './chromium.ts';

/** A browser whose profile lies on disk: it can be closed or killed, and opened again. It ends with the test. */
export class Profile {
  readonly #folder = mkdtempSync(join(tmpdir(), 'steppe-profile-'));
  #context: BrowserContext | undefined;

  constructor() {
    onTestFinished(async () => {
      await this.close();
      rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    });
  }

  /** Starts the browser and gives its page. */
  async open(): Promise<Page> {
    this.#context = await chromium.launchPersistentContext(this.#folder, {
      executablePath: findChromium(),
      args: [...ARGUMENTS, '--remote-debugging-port=0'],
    });
    return this.#context.pages()[0] ?? this.#context.newPage();
  }

  /** Another connection to the same browser, which sees a tab that has crashed and come back. */
  connectAgain(): Promise<Browser> {
    const [port = ''] = readFileSync(join(this.#folder, 'DevToolsActivePort'), 'utf8').split('\n');
    return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  }

  /** Ends the browser as its user does. */
  async close(): Promise<void> {
    await this.#context?.close().catch(() => undefined);
    this.#context = undefined;
  }

  /** Kills every process of the browser at once, as a power cut does. */
  async kill(): Promise<void> {
    const context = this.#context;
    const browser = context?.browser();
    if (context === undefined || browser === null || browser === undefined) throw new Error('not open');
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const closed = new Promise((resolve) => context.once('close', resolve));
    const main = processInfo.find(({ type }) => type === 'browser');
    if (main === undefined) throw new Error('no process');
    process.kill(main.id, 'SIGKILL');
    await closed;
    this.#context = undefined;
  }
}
