import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { FromFrame, FromHost } from '../../web/embed/messages.ts';

/** A page of somebody else's site. */
export interface HostPage {
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const SITE = join(import.meta.dirname, '../../.build/test-site');

/** Somebody else's site, on an origin of its own; `localhost` and `course.localhost` are other sites than Steppe's 127.0.0.1. */
export class HostSite {
  readonly #server: Server;
  readonly #pages = new Map<string, HostPage>();
  readonly #name: string;
  origin = '';

  constructor(name = 'course.localhost') {
    this.#name = name;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    this.origin = `http://${this.#name}:${address.port}`;
  }

  /** Puts a page there and gives its address. */
  put(path: string, body: string | Buffer, headers: Readonly<Record<string, string>> = HTML): string {
    this.#pages.set(path, { body, headers });
    return this.origin + path;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer({ url = '/' }: IncomingMessage, response: ServerResponse): void {
    const page = this.#pages.get(new URL(url, this.origin).pathname);
    response.writeHead(page === undefined ? 404 : 200, page?.headers ?? HTML);
    response.end(page?.body ?? '<!doctype html><title>Not here</title>');
  }
}

/** Starts such a site before the file's tests and ends it after. */
export function setHost(name?: string): HostSite {
  const site = new HostSite(name);
  beforeAll(() => site.start());
  afterAll(() => site.close());
  return site;
}

/** A host page as an author writes it: a course text with a quiz in it. */
export function coursePage(base: string, quiz: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Lesson three</title>
    ${head}
    <script src="${base}/embed.js" async></script>
  </head>
  <body>
    <main>
      <h1>Lesson three</h1>
      <p><a id="before" href="#before">Read this first</a></p>
      ${quiz}
      <p><a id="after" href="#after">Then go on here</a></p>
    </main>
  </body>
</html>`;
}

const SCRIPT = { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' };

/** Puts the loader as it was built on a site, and frames of this script in the place of ours: it says what it likes, and keeps what it is told in `said`. */
export function putFrames(site: HostSite, decks: readonly string[], script = ''): void {
  for (const name of ['embed.js', 'embed-highlight.js'])
    site.put(`/${name}`, readFileSync(join(SITE, name)), SCRIPT);
  for (const deck of decks)
    site.put(
      `/embed/${deck}`,
      `<!doctype html><title>Frame</title><script>
        window.said = [];
        addEventListener('message', ({ data, ports: [port] }) => {
          if (data.steppe !== 'connect') return;
          window.say = (message) => port.postMessage(message);
          port.onmessage = ({ data }) => said.push(data);
          ${script}
        });
      </script>`,
    );
}

/** The frames of a page's quizzes, in the page's order, once so many of them have been told where they are. */
export async function framesOf(page: Page, count = 1): Promise<readonly Frame[]> {
  const elements = page.locator('steppe-quiz iframe');
  await expect.poll(() => elements.count(), { timeout: 10_000 }).toBe(count);
  const handles = await elements.elementHandles();
  const frames = await Promise.all(handles.map((handle) => handle.contentFrame()));
  const there = frames.flatMap((frame) => frame ?? []);
  for (const frame of there) await wasTold(frame);
  return there;
}

/** Waits until the loader has said something to a frame. By the clock: a frame out of sight gets no animation frames. */
export async function wasTold(frame: Frame): Promise<void> {
  await frame.waitForFunction(() => Reflect.get(window, 'said')?.length > 0, undefined, { polling: 50 });
}

/** What the loader has said to a frame since it was loaded. */
export function saidTo(frame: Frame): Promise<readonly FromHost[]> {
  return frame.evaluate(() => Reflect.get(window, 'said') as never);
}

/** Lets a frame say this to the loader. */
export async function sayFrom(frame: Frame, ...messages: readonly FromFrame[]): Promise<void> {
  await frame.evaluate((all) => all.forEach((message) => Reflect.get(window, 'say')(message)), messages);
}
