import type { View } from '../../../questions/kinds.ts';
import type { NamedQuestion } from './scoped.ts';

/** An answer shorter than this (in characters) stands in other questions by chance. */
const SHORTEST = 4;

/**
 * Pairs of questions of which the first shows the typed answer of the second, word for word. Less is found here than where a test
 * is drawn, because the browser does not know which other forms of an answer are right.
 */
export function cuesAmong(
  questions: readonly NamedQuestion[],
): readonly (readonly [cue: NamedQuestion, asked: NamedQuestion])[] {
  return questions.flatMap((asked) =>
    questions.filter((cue) => cue !== asked && shows(cue.view, asked)).map((cue) => [cue, asked] as const),
  );
}

function shows(view: View, { view: { kind }, solution }: NamedQuestion): boolean {
  if (kind !== 'short' && kind !== 'cloze' && kind !== 'list' && kind !== 'number') return false;
  const shown = plain(shownIn(view).join(' '));
  return (
    solution.length > 0 && solution.every((line) => line.length >= SHORTEST && shown.includes(plain(line)))
  );
}

function shownIn(view: View): readonly string[] {
  if (view.kind === 'cloze') return [view.prompt, ...view.parts];
  if (view.kind === 'judge') return [view.prompt, view.claim];
  return view.kind === 'evidence' ? [view.prompt, view.claim, ...view.sentences] : [view.prompt];
}

/** Words between single spaces, with one at both ends, so that only whole words are found. */
function plain(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
}
