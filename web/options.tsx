import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useNumberKeys } from './numberKeys.ts';
import type { Marked, MarksProps } from './kind.ts';
import { MarkedLines } from './marks.tsx';
import type { OptionNote } from '../questions/feedback.ts';
import type { View } from '../questions/kinds.ts';

/** Radio buttons or check boxes as large targets; the keys 1 to 9 press them. */
export function Options(props: {
  type: 'radio' | 'checkbox';
  options: readonly string[];
  chosen: readonly string[];
  onPress: (option: string) => void;
  headingId: string;
  serif?: boolean;
  /** What stands in the label instead of the option itself. */
  label?: (option: string) => ComponentChildren;
}) {
  const { type, options, chosen, onPress } = props;
  const name = useId();
  const own = useRef<HTMLFieldSetElement>(null);
  useNumberKeys(own, (at) => {
    const option = options[at];
    if (option === undefined) return;
    own.current?.querySelectorAll('input')[at]?.focus();
    onPress(option);
  });
  return (
    <fieldset
      ref={own}
      class={`options${props.serif === true ? ' serif' : ''}`}
      aria-labelledby={props.headingId}
    >
      {options.map((option, at) => (
        <label key={option} class="option">
          <input
            type={type}
            name={name}
            value={option}
            checked={chosen.includes(option)}
            onChange={() => onPress(option)}
            {...(at < 9 ? { 'aria-keyshortcuts': String(at + 1) } : {})}
          />
          <span class="option-text">{props.label?.(option) ?? option}</span>
          {at < 9 && (
            <kbd class="key" aria-hidden="true">
              {at + 1}
            </kbd>
          )}
        </label>
      ))}
    </fieldset>
  );
}

/** The same options once they are marked, in the same order. */
export function MarkedOptions(props: {
  marks: MarksProps<View>;
  options: readonly string[];
  serif?: boolean;
  text?: (option: string) => string;
}) {
  const { given, told, onShowPlace } = props.marks;
  const chosen = typeof given === 'string' ? [given] : (given ?? []);
  const repeated = repeatedNotes(told, chosen.map(String));
  const lines = props.options.map((option) => {
    const isKey = told.solution.includes(option);
    const yours = chosen.some((one) => one === option);
    return {
      text: props.text?.(option) ?? option,
      truth: isKey ? ('right' as const) : yours ? ('wrong' as const) : undefined,
      yours,
      word: isKey && !yours && Array.isArray(given) ? 'also right' : undefined,
      note: isKey || repeated.has(option) ? undefined : noteOn(option, told),
    };
  });
  return <MarkedLines lines={lines} serif={props.serif === true} onShowPlace={onShowPlace} />;
}

/** Options whose reason another one gives already in the same words: the chosen option first, then the others in order. */
function repeatedNotes({ notes }: Marked['told'], chosen: readonly string[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  for (const { text, because } of notes)
    if (chosen.includes(text) || !first.has(because)) first.set(because, text);
  const isRepeated = ({ text, because }: OptionNote) => first.get(because) !== text && !chosen.includes(text);
  return new Set(notes.filter(isRepeated).map(({ text }) => text));
}

/** Why an option is wrong. Its place is left out where it is the passage that is shown anyway. */
function noteOn(option: string, { notes, place }: Marked['told']): OptionNote | undefined {
  const note = notes.find(({ text }) => text === option);
  if (note?.place?.start !== place.start || note.place.end !== place.end) return note;
  return { text: note.text, because: note.because };
}
