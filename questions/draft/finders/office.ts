import { nameAtEnd } from '../clause/phrase.ts';
import type { Span } from '../clause/span.ts';
import { TITLE } from '../nameKind.ts';
import type { Sentence } from '../sentence.ts';

/** A person's office or calling and their name, side by side. */
export interface Office {
  /** Without its article: "Kazakh president". */
  readonly office: Span;
  readonly name: Span;
}

/** "the Kazakh president Kassym-Jomart Tokayev" taken apart; undefined where a phrase is no such thing. */
export function officeIn(sentence: Sentence, { from, to }: Span): Office | undefined {
  const { words } = sentence;
  const title = words.findIndex(
    ({ pos, text }, at) =>
      at >= from &&
      at < to - 1 &&
      pos === 'NOUN' &&
      TITLE.test(text.toLowerCase()) &&
      words[at + 1]?.pos === 'PROPN',
  );
  if (title < 0) return undefined;
  const name = nameAtEnd(sentence, { from: title + 1, to });
  if (name?.from !== title + 1 || name.to !== to) return undefined;
  const start = words[from]?.pos === 'DET' ? from + 1 : from;
  return words[start]?.pos === 'PRON' ? undefined : { office: { from: start, to: title + 1 }, name };
}
