/** What grading says of an answer. `again` is an unclear answer: it is asked again and costs nothing. */
export type Outcome = 'right' | 'close' | 'partial' | 'wrong' | 'again';

/** Why a verdict is what it is: a stable code, stored in the log; the screen turns it into words. */
export type Reason =
  | 'exact'
  | 'accepted'
  | 'spelling'
  | 'within-tolerance'
  | 'some-items'
  | 'extra-items'
  | 'some-in-order'
  | 'known-confusion'
  | 'other-entry'
  | 'different'
  | 'not-given'
  | 'unit-missing'
  | 'unit-wrong'
  | 'date-ambiguous'
  | 'too-imprecise'
  | 'not-a-number'
  | 'not-a-date';

/** The verdict on one list item, blank, step or pair; `given` is empty where the learner left it out. */
export interface ItemMark {
  given: string;
  expected?: string;
  outcome: Outcome;
}

/** The result of grading one answer. */
export interface Verdict {
  outcome: Outcome;
  reason: Reason;
  /** From 0 to 1: the credit. 1 when right or close, 0 when wrong or again. */
  share: number;
  /** The author's words about a known confusion. */
  because?: string;
  /** The right spelling, when the answer was close to it. */
  expected?: string;
  /** One mark for each list item, blank, step or pair. */
  items?: ItemMark[];
}

/** A right answer. */
export function right(reason: Reason = 'exact'): Verdict {
  return { outcome: 'right', reason, share: 1 };
}

/** A right answer that is misspelt; `expected` is the spelling to show. */
export function close(expected?: string): Verdict {
  const verdict: Verdict = { outcome: 'close', reason: 'spelling', share: 1 };
  return expected === undefined ? verdict : { ...verdict, expected };
}

/** A partly right answer; `share` lies strictly between 0 and 1. */
export function partial(share: number, reason: Reason): Verdict {
  return { outcome: 'partial', reason, share };
}

/** A wrong answer; `because` is the author's explanation of a known confusion. */
export function wrong(reason: Reason = 'different', because?: string): Verdict {
  const verdict: Verdict = { outcome: 'wrong', reason, share: 0 };
  return because === undefined ? verdict : { ...verdict, because };
}

/** An unclear answer, to be asked again at no cost. */
export function again(reason: Reason): Verdict {
  return { outcome: 'again', reason, share: 0 };
}

/** The same verdict with the marks of its items. */
export function withItems(verdict: Verdict, items: ItemMark[]): Verdict {
  return { ...verdict, items };
}
