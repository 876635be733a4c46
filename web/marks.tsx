import type { ComponentChildren } from 'preact';
import type { OptionNote } from '../questions/feedback.ts';
import type { Place } from '../questions/passage.ts';

/** Whether a line is right; undefined where there is nothing to say of it. */
export type Truth = 'right' | 'close' | 'wrong' | undefined;

/** One line of a marked question. */
export interface MarkedLine {
  readonly text: string;
  readonly truth: Truth;
  /** Whether the learner gave it. */
  readonly yours: boolean;
  /** The word beside it, where "your answer" or "right" does not say enough. */
  readonly word?: string | undefined;
  readonly note?: OptionNote | undefined;
}

const SIGNS = { right: '✓', close: '≈', wrong: '✕' } as const;

/** The sign and the word of a line, so that colour never speaks alone. */
export function MarkWord({ truth, yours, word }: Pick<MarkedLine, 'truth' | 'yours' | 'word'>) {
  const said = word ?? (yours ? 'your answer' : truth === 'right' ? 'right' : undefined);
  if (said === undefined) return null;
  return (
    <span class="mark-word" data-mark={truth}>
      {truth && <span aria-hidden="true">{SIGNS[truth]} </span>}
      {said}
      {yours && truth && <span class="sr-only">, {truth === 'close' ? 'nearly right' : truth}</span>}
    </span>
  );
}

/** Marked lines, each with its sign and word and why it is wrong. `ordered` numbers them; `serif` is the document's face. */
export function MarkedLines(props: {
  lines: readonly MarkedLine[];
  ordered?: boolean;
  serif?: boolean;
  onShowPlace?: ((place: Place) => void) | undefined;
}) {
  const lines = props.lines.map((line, at) => <Line key={at} line={line} onShowPlace={props.onShowPlace} />);
  const name = `options marked${props.serif === true ? ' serif' : ''}`;
  return props.ordered === true ? <ol class={`${name} numbered`}>{lines}</ol> : <ul class={name}>{lines}</ul>;
}

function Line({
  line,
  onShowPlace,
}: {
  line: MarkedLine;
  onShowPlace?: ((place: Place) => void) | undefined;
}) {
  const { text, note } = line;
  return (
    <li class="option" data-mark={line.truth} data-yours={line.yours ? '' : undefined}>
      <span class="option-text">{text}</span>
      <MarkWord {...line} />
      {note && <Because note={note} onShowPlace={onShowPlace} />}
    </li>
  );
}

function Because({
  note,
  onShowPlace,
}: {
  note: OptionNote;
  onShowPlace?: ((place: Place) => void) | undefined;
}) {
  const { because, place } = note;
  const link: ComponentChildren = place !== undefined && onShowPlace !== undefined && (
    <button type="button" class="quiet-link inline" onClick={() => onShowPlace(place)}>
      See where it says so
    </button>
  );
  return (
    <p class="because">
      {because} {link}
    </p>
  );
}
