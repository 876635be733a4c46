import { commonRun } from '../../../questions/reanchor/commonRun.ts';

/** A stretch of a text, and whether the other text lacks it. */
export interface Stretch {
  readonly text: string;
  readonly isChanged: boolean;
}

const WORDS_MAX = 300;

/** Both texts, each cut where it differs from the other by whole words. */
export function changedWords(
  before: string,
  after: string,
): readonly [readonly Stretch[], readonly Stretch[]] {
  const [old, now] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  if (old.length > WORDS_MAX || now.length > WORDS_MAX)
    return [[{ text: before, isChanged: true }], [{ text: after, isChanged: true }]];
  const common = commonRun(old.map(trimmed), now.map(trimmed));
  return [
    stretches(old, new Set(common.map(([at]) => at))),
    stretches(now, new Set(common.map(([, at]) => at))),
  ];
}

function stretches(words: readonly string[], kept: ReadonlySet<number>): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const [at, text] of words.entries()) {
    const isChanged = !kept.has(at);
    const last = joined[joined.length - 1];
    if (last?.isChanged === isChanged) joined[joined.length - 1] = { text: last.text + text, isChanged };
    else joined.push({ text, isChanged });
  }
  return joined;
}

function trimmed(word: string): string {
  return word.trim();
}
