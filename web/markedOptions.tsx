import type { OptionNote } from '../questions/feedback.ts';
import type { View } from '../questions/kinds.ts';
import type { Marked, MarksProps } from './marked.ts';
import { MarkedLines } from './marks.tsx';

/** Options once they are marked, in the order in which they were shown. */
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
