import * as v from 'valibot';
import {
  DeckIdSchema,
  FactIdSchema,
  QuestionIdSchema,
  ReviewIdSchema,
  SegmentIdSchema,
} from '../../questions/ids.ts';
import { ulid } from '../../questions/ulid.ts';
import type { Answered } from '../../questions/review.ts';

export const HARBOUR = v.parse(DeckIdSchema, 'harbour');
export const ISLANDS = v.parse(DeckIdSchema, 'islands');

/** The n-th segment id of a test. */
export function segment(n: number) {
  return v.parse(
    SegmentIdSchema,
    ulid(
      1_700_000_000_000,
      Uint8Array.from({ length: 10 }, () => n % 256),
    ),
  );
}

/** The n-th answer of a test: right, one a second. */
export function answer(n: number): Answered {
  const bytes = Uint8Array.from({ length: 10 }, (_, at) =>
    at === 9 ? n % 256 : at === 8 ? Math.floor(n / 256) : 0,
  );
  return {
    id: v.parse(ReviewIdSchema, ulid(1_700_000_000_000, bytes)),
    answeredAtMs: 1_700_000_000_000 + n * 1000,
    zone: 300,
    type: 'answer',
    fact: v.parse(FactIdSchema, 'pier'),
    question: v.parse(QuestionIdSchema, 'when'),
    answer: '1871',
    outcome: 'right',
    share: 1,
    rating: 3,
    tookMs: 4000,
  };
}
