import type { Note } from '../questions/deck.ts';
import type { Outcome, Reason, Verdict } from '../questions/verdict.ts';

/** The verdict in a word or two. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  right: 'Right.',
  close: 'Nearly right.',
  partial: 'Partly right.',
  wrong: 'Not right.',
  again: 'Once more.',
};

/** Why a verdict is what it is, in a sentence that follows the verdict. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  exact: 'That is what the document says.',
  accepted: 'That is another way to say it.',
  spelling: 'Only the spelling is off.',
  'within-tolerance': 'That is near enough to the exact figure.',
  'some-items': 'Some of it is missing or does not fit.',
  'extra-items': 'Some of what you gave does not belong.',
  'some-in-order': 'Part of the order is as it should be.',
  'known-confusion': 'These are easily confused.',
  'other-entry': 'That is something else.',
  different: 'The document says something else.',
  'not-given': 'You will meet it again soon.',
  'unit-missing': 'Please add the unit.',
  'unit-wrong': 'The unit does not fit. Please look at it again.',
  'date-ambiguous': 'That date can be read in two ways. Please write the month as a word.',
  'too-imprecise': 'Please be more exact.',
  'not-a-number': 'Please write a number.',
  'not-a-date': 'Please write a date, such as 2013 or 8 January 2022.',
};

/** The verdict's first words: an answer that was not given is not a mistake. */
export function outcomeWords({ outcome, reason }: Verdict): string {
  return reason === 'not-given' ? 'Not known yet.' : OUTCOME_WORDS[outcome];
}

/**
 * Why: the author's words where there are some, how many where they can be counted (`of` right items), else the
 * reason's sentence.
 */
export function reasonWords(verdict: Verdict, of: number): string {
  if (verdict.because !== undefined) return verdict.because;
  const met = verdict.items?.filter(({ outcome }) => outcome === 'right' || outcome === 'close').length;
  if (verdict.reason === 'some-items' && met !== undefined && of > 1) return `You have ${met} of ${of}.`;
  if (verdict.outcome === 'wrong' && met !== undefined && met > 0)
    return 'What does not fit cancels what does.';
  return REASON_WORDS[verdict.reason];
}

/** A note's label and its text. */
export function noteWords(note: Note): { readonly label: string; readonly text: string } {
  if (typeof note === 'string') return { label: 'Note.', text: note };
  if ('since' in note) return { label: 'Since then.', text: note.since };
  if ('disputed' in note) return { label: 'Other sources.', text: note.disputed };
  if ('translation' in note) return { label: 'In translation.', text: note.translation };
  return { label: 'About the text.', text: note.source };
}
