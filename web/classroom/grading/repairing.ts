import * as v from 'valibot';
import { HowSchema, type How } from '../../../questions/classroom/act.ts';
import type { Column } from '../../../questions/classroom/gradebook.ts';
import type { Answer } from '../../../questions/kind.ts';
import type { View } from '../../../questions/kinds.ts';
import type { Draft } from '../../kind.ts';
import { screenOf } from '../../kinds.ts';

/** What can be done about a question whose key was wrong. */
export type Doing = How['do'];

/** A repair while it is being made. */
export interface RepairDraft {
  readonly doing: Doing;
  /** The right answer as far as it goes, and whether the deck's own stays right beside it. */
  readonly key: Draft | undefined;
  readonly also: boolean;
  /** The line that students read. */
  readonly words: string;
}

/** The seed that orders a question's options on a teacher's screen: always the same. */
export const TEACHERS_SEED = 'teacher';

/** What students read unless the teacher writes something else. */
const WORDS: Readonly<Record<Doing, string>> = {
  key: 'Another answer to this question is right.',
  credit: 'Everyone who was asked this question has its points.',
  drop: 'This question does not count.',
  undo: '',
};

/** What can be done about a column: a question whose key is not known here cannot have another; only a repair can be taken back. */
export function doingsFor(column: Column, isKnown: boolean): readonly Doing[] {
  const key: readonly Doing[] = isKnown ? ['key'] : [];
  const undo: readonly Doing[] = column.repair === null ? [] : ['undo'];
  return [...key, 'credit', 'drop', ...undo];
}

/** A repair to begin with: of the key where it can be had, with an answer where one is proposed. */
export function startOf(view: View | undefined, answer: Answer | undefined): RepairDraft {
  const doing: Doing = view === undefined ? 'credit' : 'key';
  const key = view === undefined ? undefined : (answer ?? screenOf(view).start(view, TEACHERS_SEED));
  return { doing, key, also: true, words: WORDS[doing] };
}

/** The same repair done in another way; words that nobody has changed follow it. */
export function doneBy(draft: RepairDraft, next: Doing): RepairDraft {
  const words = draft.words === WORDS[draft.doing] ? WORDS[next] : draft.words;
  return { ...draft, doing: next, words };
}

/** What is to be done, or in words what is missing. */
export function howOf(draft: RepairDraft, view: View | undefined): How | { readonly missing: string } {
  if (draft.doing !== 'key') return { do: draft.doing };
  if (view === undefined || draft.key === undefined)
    return { missing: 'The deck no longer has this question.' };
  const screen = screenOf(view);
  if (!screen.isComplete(view, draft.key)) return { missing: screen.missing };
  const answer = screen.answerOf?.(draft.key) ?? draft.key;
  const how = v.safeParse(HowSchema, { do: 'key', answer, also: draft.also });
  return how.success ? how.output : { missing: 'The answer is too long.' };
}
