import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { PublishedSchema, type Published } from '../../questions/publish.ts';
import { newLearnerKey, type LearnerKey } from '../../web/learnerKey.ts';
import { sha256Of } from '../../web/studio/sha256.ts';
import type { Stage } from './stage.ts';
import { giveKey } from './storage.ts';

/** The document of the author's deck. */
export const DOCUMENT = 'The Nile flows north. It is 6,650 kilometres long. The Niger bends in Mali.\n';

/** A key of somebody new. */
export function newKey(): LearnerKey {
  return newLearnerKey(crypto.getRandomValues(new Uint8Array(20)));
}

/** The author's deck: two facts, one question each, open. */
export async function deckFile(): Promise<string> {
  return `title: Rivers
language: en
access: open
documentSha256: ${await sha256Of(DOCUMENT)}
facts:
  nile-direction: # the author's own words
    statement: The Nile flows north.
    standing: stated
    passage: { exact: "The Nile flows north." }
    questions:
      where: { kind: short, prompt: "In which direction does the Nile run to the sea?", answer: "north" }
  niger:
    statement: The Niger bends in Mali.
    standing: stated
    passage: { exact: "The Niger bends in Mali." }
    questions:
      country: { kind: short, prompt: "In which country is the bend of the Niger?", answer: "Mali" }
`;
}

/** An author, and all others, at the API of a stage's server. */
export function authorAt({ server, newLearner }: Stage) {
  async function send(method: string, path: string, key: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  }

  /** Publishes the deck of this file. */
  async function publish(key: string, yaml: string, after: string | null = null): Promise<Published> {
    const body = { yaml, document: DOCUMENT, offered: '', after };
    return v.parse(PublishedSchema, await send('PUT', '/own/decks/rivers', key, body));
  }
  async function servedYaml(key: string): Promise<string> {
    return v.parse(v.object({ yaml: v.string() }), await send('GET', '/own/decks/rivers', key)).yaml;
  }
  /** The deck opened in the studio, on a device that has the key alone. */
  async function openDeck(key: string, options = {}): Promise<Page> {
    const page = await newLearner(options);
    await giveKey(page, server.url, key);
    await page.goto(`${server.url}/studio`);
    await page.getByRole('button', { name: /^Open in the studio/ }).click();
    await page.waitForURL(/\/studio\/[0-9A-Z]{26}$/);
    return page;
  }
  return { send, publish, servedYaml, openDeck };
}
