/** How many segments an attempt writes before it is handed in. */
export const AUTOSAVES = 2;
/** Unsaved answers wait until they are this share of the questions. */
const SHARE = 1 / 3;

/**
 * Whether the answers that are only on this device are sent now: when they reach a third of the questions, or at first when the
 * page is hidden, and twice in all, because the store takes few writes a day. The last of them is not spent on a few answers:
 * a page may be hidden often.
 */
export function isTimeToSave(now: {
  readonly unsaved: number;
  readonly questions: number;
  /** Segments that were made before, delivered or not. */
  readonly made: number;
  readonly isHidden: boolean;
}): boolean {
  if (now.unsaved === 0 || now.made >= AUTOSAVES) return false;
  return (now.isHidden && now.made === 0) || now.unsaved >= now.questions * SHARE;
}
