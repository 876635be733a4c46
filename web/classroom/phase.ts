/** Where an assignment is in time. */
export type Phase = 'draft' | 'open' | 'coming' | 'over';

/** What each is called as a heading. */
export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  draft: 'Drafts',
  open: 'Open now',
  coming: 'To come',
  over: 'Over',
};

/** The phase of something that opens and ends at these moments (ms since 1970). */
export function phaseAt(opensAtMs: number, endsAtMs: number, nowMs: number): Exclude<Phase, 'draft'> {
  if (nowMs < opensAtMs) return 'coming';
  return nowMs < endsAtMs ? 'open' : 'over';
}
