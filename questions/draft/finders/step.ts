import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { coordinatedEnd } from '../clause/nounPhrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { Finder, FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { orderedSteps } from './orderedSteps.ts';

/** The steps of a procedure in their order, and what it warns of: "Never open the oven …". */
export const step: Finder = (sentence, surroundings) => [
  ...orderedSteps(sentence, surroundings),
  ...warningFacts(sentence, surroundings),
];

const WARNING =
  /^(?:never|always|do not|don['’]t|make sure|be careful|avoid|only)\b(?! (?:think|forget|worry|expect|mind|you))|\b(?:must|must not|should never|should always)\b/i;
const OBJECT_WORDS_MAX = 5;

/** A gap on the last thing that a warning names. */
function warningFacts(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  if (!WARNING.test(sentence.text) || surroundings.standingOf(sentence).standing !== 'stated') return [];
  const object = lastObject(sentence);
  if (object === undefined) return [];
  const form = clozeForm('warning-cloze', [{ span: object, shows: 'what' }], sentence, surroundings, 0.6);
  return foundFact(
    { reason: 'step', answers: [object], answerType: 'phrase', confidence: 0.75, forms: [form] },
    sentence,
    surroundings,
  );
}

/** The last noun phrase of a sentence, without its article. */
function lastObject(sentence: Sentence): Span | undefined {
  const { words } = sentence;
  const ends = words.flatMap((word, at): Span[] => {
    const start = /^(?:DET|PRON)$/.test(word.pos) ? at + 1 : at;
    const to = coordinatedEnd(words, start);
    const isStart = at === 0 || !/^(?:ADJ|NOUN|PROPN|NUM|DET|PRON)$/.test(words[at - 1]?.pos ?? '');
    return isStart && to > start ? [{ from: start, to }] : [];
  });
  const last = ends.at(-1);
  if (last === undefined || wordCount(textOf(sentence, last)) > OBJECT_WORDS_MAX) return undefined;
  return words.slice(last.from, last.to).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
    ? last
    : undefined;
}
