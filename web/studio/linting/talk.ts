import type { Finding } from '../../../questions/lint/finding.ts';

/** What the linting thread is asked: to judge a deck, or to count what is reviewed in one. */
export type LintAsked = { readonly number: number; readonly yaml: string } & (
  { readonly type: 'lint'; readonly document: string } | { readonly type: 'count' }
);

/** How far the review of a deck is. */
export interface DeckCount {
  readonly title: string;
  readonly reviewed: number;
  readonly drafts: number;
}

/** What it answers. A deck file that cannot be parsed has no findings, as its problems are shown instead, and no count. */
export type LintTold = { readonly number: number } & (
  | { readonly type: 'lint'; readonly findings: readonly Finding[] }
  | { readonly type: 'count'; readonly count: DeckCount | null }
);
