import type { Standing } from '../questions/standing.ts';

/** What each standing means, in words beside it. */
export const STANDING_MEANS: Readonly<Record<Standing, string>> = {
  stated: 'the text itself says that it is so',
  reported: 'the text passes on what somebody says',
  opinion: 'somebody’s view or judgement',
  prediction: 'what somebody expects to come',
};

/** A standing and whose claim it is: "reported by the author", "opinion of analysts". */
export function standingWords(standing: Standing, by: string | undefined): string {
  if (by === undefined || standing === 'stated') return standing;
  return `${standing} ${standing === 'opinion' ? 'of' : 'by'} ${by}`;
}
