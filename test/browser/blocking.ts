import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Frame, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { findChromium } from '../../.ci/browser.mjs';
import { ARGUMENTS } from './chromium.ts';

/** The page of a Chromium whose user lets no site keep anything in the page of another. It ends with the test. */
export async function openBlocking(): Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), 'steppe-blocking-'));
  mkdirSync(join(folder, 'Default'));
  // "Block third-party cookies" in the settings.
  const chosen = { profile: { cookie_controls_mode: 1 } };
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(chosen));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: [...ARGUMENTS],
  });
  onTestFinished(async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return context.pages()[0] ?? context.newPage();
}

/** Whether the browser really refuses this frame all storage. */
export function isRefused(frame: Frame): Promise<boolean> {
  return frame.evaluate(async () => {
    try {
      return localStorage.length < 0;
    } catch {
      return indexedDB.databases().then(
        () => false,
        () => true,
      );
    }
  });
}
