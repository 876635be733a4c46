import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openChromium } from './chromium.ts';
import { Server } from './server.ts';

/** A server and a browser for the tests of one file. */
export interface Stage {
  readonly server: Server;
  /** A page of a new learner: a context of its own, with nothing stored. */
  newLearner(options?: BrowserContextOptions): Promise<Page>;
}

/** Starts both before the file's tests and ends them after. */
export function setStage(): Stage {
  const server = new Server();
  let browser: Browser | undefined;
  beforeAll(async () => {
    [browser] = await Promise.all([openChromium(), server.start()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });
  return {
    server,
    async newLearner(options) {
      if (browser === undefined) throw new Error('the stage is not set yet');
      const context = await browser.newContext(options);
      return context.newPage();
    },
  };
}
