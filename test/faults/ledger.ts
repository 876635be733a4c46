import * as v from 'valibot';
import type { ReviewId, SegmentId } from '../../questions/ids.ts';
import { StoredSegmentSchema, type Review } from '../../questions/review.ts';

/** The store as it really is, by key. */
export type Truth = ReadonlyMap<string, { readonly value: string }>;

/** What was promised to the learner, and whether it is kept. Throws where it is not. */
export class Ledger {
  readonly #savedAtMs = new Map<ReviewId, number>();
  readonly #segmentOf = new Map<ReviewId, SegmentId>();
  readonly #parsed = new WeakMap<object, ReadonlySet<ReviewId>>();

  /** A Worker was given these reviews under this name. */
  sent(segment: SegmentId, reviews: readonly Review[]): void {
    for (const { id } of reviews) {
      const before = this.#segmentOf.get(id);
      if (before !== undefined && before !== segment)
        throw new Error(`${id} came twice: in ${before} and in ${segment}`);
      this.#segmentOf.set(id, segment);
    }
  }

  /** A device shows these reviews as saved. */
  saved(ids: Iterable<ReviewId>, nowMs: number): void {
    for (const id of ids) if (!this.#savedAtMs.has(id)) this.#savedAtMs.set(id, nowMs);
  }

  /** Every review that was ever shown as saved stands in the store, at this very instant. */
  expectKept(truth: Truth): void {
    const kept = new Set<ReviewId>();
    for (const stored of truth.values()) for (const id of this.#idsOf(stored)) kept.add(id);
    this.#expectAll(kept, Infinity, 'the store');
  }

  /** Somebody sees every review that was shown as saved before a moment. */
  expectSeen(reviews: readonly Review[], beforeMs: number, who: string): void {
    this.#expectAll(new Set(reviews.map(({ id }) => id)), beforeMs, who);
  }

  #expectAll(ids: ReadonlySet<ReviewId>, beforeMs: number, who: string): void {
    for (const [id, atMs] of this.#savedAtMs)
      if (atMs < beforeMs && !ids.has(id)) throw new Error(`${who} does not have ${id}, which was saved`);
  }

  #idsOf(stored: { readonly value: string }): ReadonlySet<ReviewId> {
    const known = this.#parsed.get(stored);
    if (known !== undefined) return known;
    const { reviews } = v.parse(StoredSegmentSchema, JSON.parse(stored.value));
    const ids = new Set(reviews.map(({ id }) => id));
    this.#parsed.set(stored, ids);
    return ids;
  }
}
