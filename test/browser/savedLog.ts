import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { expect } from 'vitest';
import { StoredSegmentSchema, type Review } from '../../questions/review.ts';
import type { Server } from './server.ts';
import { keyInBrowser, reviewsInBrowser } from './storage.ts';

const ListSchema = v.object({ segments: v.array(v.object({ deck: v.string(), id: v.string() })) });

/** A segment in KV. */
export interface Saved {
  readonly id: string;
  readonly reviews: readonly Review[];
}

/** Every segment that lies in KV under a learner key. */
export async function segmentsInKv(server: Server, key: string): Promise<readonly Saved[]> {
  const ask = async (path: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${key}` };
    return (await fetch(`${server.url}/api/v1/log${path}`, { headers })).json();
  };
  const { segments } = v.parse(ListSchema, await ask(''));
  return Promise.all(
    segments.map(async ({ deck, id }) => {
      const { reviews } = v.parse(StoredSegmentSchema, await ask(`/${deck}/${id}`));
      return { id, reviews };
    }),
  );
}

/**
 * Waits for "saved", and expects in KV exactly what the browser holds, so many reviews, each in one segment.
 * Gives the segments.
 */
export async function expectSavedOnce(server: Server, page: Page, count: number): Promise<readonly Saved[]> {
  await page.getByText(/^saved/).waitFor({ timeout: 60_000 });
  const here = await reviewsInBrowser(page);
  const segments = await segmentsInKv(server, await keyInBrowser(page));
  expect(here).toHaveLength(count);
  expect(byId(segments.flatMap(({ reviews }) => reviews))).toEqual(byId(here));
  return segments;
}

function byId(reviews: readonly Review[]): readonly Review[] {
  return reviews.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
