import type { Clause } from '../clause/clause.ts';
import { textOf } from '../clause/span.ts';
import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';

/** A verb taken apart for a question: "did" before the subject, "become" after it. */
export interface Inverted {
  readonly before: string;
  readonly after: string;
}

/** The verb of a clause as a question has it; undefined where it cannot be told. */
export function inverted(sentence: Sentence, { subject, verb }: Clause): Inverted | undefined {
  const { words } = sentence;
  const { first } = verb;
  const main = words[verb.main];
  const opening = words[first];
  if (main === undefined || opening === undefined || /^['’]/.test(opening.text)) return undefined;
  const adverbs = textOf(sentence, { from: verb.from, to: first });
  const isAlone = first === verb.main;
  if (opening.pos === 'AUX' && !(isAlone && /^(?:have|do)$/.test(opening.lemma))) {
    const after = textOf(sentence, { from: first + 1, to: verb.to });
    return { before: opening.text.toLowerCase(), after: joined(adverbs, after) };
  }
  const plural = isPlural(words.slice(subject.from, subject.to));
  return {
    before: doFor(main, plural),
    after: joined(adverbs, textOf(sentence, { from: first + 1, to: verb.main }), baseOf(main)),
  };
}

/** Its dictionary form, British where the text is. */
function baseOf({ text, lemma }: Tagged): string {
  return /[iy]s(?:e[sd]?|ing)$/i.test(text)
    ? lemma.replace(/(?<=[iy])ze?$/, (end) => end.replace('z', 's'))
    : lemma;
}

const SAME_PAST =
  /^(?:cost|put|cut|set|hit|let|shut|split|spread|read|hurt|burst|cast|quit|shed|beat|thrust|bet|forecast|broadcast|upset)$/;

/** "did", "does" or "do", by the form of the verb. */
function doFor({ text, lemma }: Tagged, isPluralSubject: boolean): string {
  const lower = text.toLowerCase();
  if (lower === lemma) return isPluralSubject || !SAME_PAST.test(lower) ? 'do' : 'did';
  return lower === 'has' || lower === 'does' || (lower.endsWith('s') && lower.startsWith(lemma.slice(0, -1)))
    ? 'does'
    : 'did';
}

/** Whether "and" joins two things, and not the words of one name: "the National Aeronautics and Space Administration". */
function joinsTwo(subject: readonly Tagged[], at: number): boolean {
  if (subject[at]?.pos !== 'CCONJ') return false;
  const isNamed =
    subject[0]?.lemma === 'the' && subject[at - 1]?.pos === 'PROPN' && subject[at + 1]?.pos === 'PROPN';
  return !isNamed;
}

function isPlural(subject: readonly Tagged[]): boolean {
  if (subject.some((_, at) => joinsTwo(subject, at))) return true;
  const stop = subject.findIndex(({ pos }) => pos === 'ADP');
  const head = subject
    .slice(0, stop < 0 ? undefined : stop)
    .reverse()
    .find(({ pos }) => pos === 'NOUN' || pos === 'PRON');
  return (
    head !== undefined &&
    (/^(?:they|we|you|people)$/i.test(head.text) ||
      (head.pos === 'NOUN' && head.text.toLowerCase() !== head.lemma))
  );
}

/** Pieces with single spaces between them, empty ones left out. */
export function joined(...pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== '').join(' ');
}
