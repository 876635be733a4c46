import type { Pair } from './kind.ts';
import type { Distractor } from './text.ts';
import { partial, right, withItems, wrong, type ItemMark, type Reason, type Verdict } from './verdict.ts';

/** One option chosen: right when it is the key. */
export function judgeOption(given: string, key: string, distractors: readonly Distractor[]): Verdict {
  if (given === key) return right();
  return wrong(distractors.some(({ text }) => text === given) ? 'other-entry' : 'different');
}

/** Several options chosen: each wrong one cancels a right one. */
export function judgeSelection(given: readonly string[], key: readonly string[]): Verdict {
  const items = given.map((option): ItemMark => ({
    given: option,
    outcome: key.includes(option) ? 'right' : 'wrong',
  }));
  const hits = items.filter(({ outcome }) => outcome === 'right').length;
  const extras = items.length - hits;
  return withItems(byShare(hits - extras, key.length, extras > 0 ? 'extra-items' : 'some-items'), items);
}

/** Pairs joined: the share of them that belong together. */
export function judgePairs(given: readonly Pair[], key: readonly { left: string; right: string }[]): Verdict {
  const sides = new Map(key.map((pair) => [pair.left, pair.right]));
  const items = given.map(([left, chosen]): ItemMark => {
    const expected = sides.get(left);
    const outcome = chosen === expected ? 'right' : 'wrong';
    return { given: `${left} – ${chosen}`, expected: `${left} – ${expected ?? ''}`, outcome };
  });
  const hits = items.filter(({ outcome }) => outcome === 'right').length;
  return withItems(byShare(hits, key.length, 'some-items'), items);
}

/** A sentence chosen as proof: right when the passage stands in it. */
export function judgeEvidence(given: string, proving: readonly string[]): Verdict {
  return proving.includes(given) ? right() : wrong();
}

function byShare(earned: number, possible: number, reason: Reason): Verdict {
  if (earned <= 0) return wrong();
  return earned === possible ? right() : partial(earned / possible, reason);
}
