import { describe, expect, it } from 'vitest';
import { rate } from '../../questions/rating.ts';
import type { RatedAnswer } from '../../questions/rating.ts';

const RIGHT: RatedAnswer = {
  verdict: { outcome: 'right', share: 1 },
  hint: false,
  claimed: false,
  freeRecall: true,
  tookMs: 10_000,
  medianTookMs: 10_000,
};
const outcome = (name: RatedAnswer['verdict']['outcome'], share = 1): RatedAnswer => ({
  ...RIGHT,
  verdict: { outcome: name, share },
});

describe('rate', () => {
  it('gives nothing to log when the answer was unclear', () => {
    expect(rate(outcome('again'))).toBeNull();
  });

  it('gives again for wrong, however fast', () => {
    expect(rate({ ...outcome('wrong', 0), tookMs: 1 })).toBe(1);
  });

  it('gives again for less than half of a partial answer, else hard', () => {
    expect(rate(outcome('partial', 0.49))).toBe(1);
    expect(rate(outcome('partial', 0.5))).toBe(2);
  });

  it('gives hard for close, however fast', () => {
    expect(rate({ ...outcome('close'), tookMs: 1 })).toBe(2);
  });

  it('gives hard for right with a hint', () => {
    expect(rate({ ...RIGHT, hint: true, tookMs: 1 })).toBe(2);
  });

  it('gives hard for right above three times the own median, good at three times', () => {
    expect(rate({ ...RIGHT, tookMs: 30_001 })).toBe(2);
    expect(rate({ ...RIGHT, tookMs: 30_000 })).toBe(3);
  });

  it('gives easy for fast free recall, good for fast recognition', () => {
    expect(rate({ ...RIGHT, tookMs: 5999 })).toBe(4);
    expect(rate({ ...RIGHT, tookMs: 6000 })).toBe(3);
    expect(rate({ ...RIGHT, tookMs: 5999, freeRecall: false })).toBe(3);
  });

  it('gives good for right while the own median is unknown', () => {
    expect(rate({ ...RIGHT, tookMs: 1, medianTookMs: null })).toBe(3);
    expect(rate({ ...RIGHT, tookMs: 86_400_000, medianTookMs: null })).toBe(3);
  });

  it('takes a claim for right, never for easy', () => {
    expect(rate({ ...outcome('wrong', 0), claimed: true, tookMs: 1 })).toBe(3);
    expect(rate({ ...outcome('wrong', 0), claimed: true, hint: true })).toBe(2);
    expect(rate({ ...outcome('partial', 0.2), claimed: true, tookMs: 50_000 })).toBe(2);
  });
});
