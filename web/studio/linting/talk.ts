import type { Finding } from '../../../questions/lint/finding.ts';

/** What the linting thread is asked: a deck file and its document. */
export interface LintAsked {
  readonly number: number;
  readonly yaml: string;
  readonly document: string;
}

/** What it answers. A deck file that cannot be parsed has no findings: its problems are shown instead. */
export interface LintTold {
  readonly number: number;
  readonly findings: readonly Finding[];
}
