import { contentWords } from '../cue.ts';
import { formsOf, type Glossary } from '../glossary.ts';
import { foldSpelling } from '../typed/fold.ts';
import { dateForms, hasPhrase, readingOf, type Reading } from './evidence.ts';
import { quoted, type Remark } from './finding.ts';
import type { Key, Posed } from './subject.ts';
import { sameNumber } from './values.ts';

/** A stem that gives its own answer away: the whole of it, or words that only it has. */
export function giveaways(posed: Posed, glossary: Glossary): readonly Remark[] {
  const { question, keys, stem, stemPath } = posed;
  if (question.kind === 'judge' || question.kind === 'order' || question.kind === 'match') return [];
  const reading = readingOf(stem);
  if (question.kind === 'number') return numberInStem(question.answer, reading, posed);
  return keys.flatMap((key): readonly Remark[] => {
    const form = formInStem(posed, key, reading, glossary);
    if (form !== undefined)
      return [{ rule: 'answer-in-stem', path: stemPath, message: inStem(form, key.text) }];
    const words = wordsInStem(posed, key, reading);
    if (words === undefined) return [];
    const message = `${words.map(quoted).join(', ')} of the answer ${quoted(key.text)} stands in the stem: word it otherwise`;
    return [{ rule: 'answer-words-in-stem', path: stemPath, message }];
  });
}

function inStem(form: string, answer: string): string {
  if (foldSpelling(form) === foldSpelling(answer))
    return `the answer ${quoted(answer)} stands in the stem: word the stem otherwise`;
  return `${quoted(form)}, which is accepted for ${quoted(answer)}, stands in the stem: word the stem otherwise`;
}

/** Options are compared as they are; what is typed also by every form that would be accepted. */
function formInStem(
  { question }: Posed,
  { text, accept }: Key,
  reading: Reading,
  glossary: Glossary,
): string | undefined {
  const isOption = question.kind === 'choice' || question.kind === 'multiple';
  const forms = isOption ? [text] : [...dateForms(text), ...formsOf(glossary, text, accept)];
  return forms.find((form) => hasPhrase(reading, form));
}

function numberInStem(answer: number, { values }: Reading, { stemPath }: Posed): readonly Remark[] {
  if (!values.some((value) => sameNumber(value, answer))) return [];
  return [{ rule: 'answer-in-stem', path: stemPath, message: inStem(String(answer), String(answer)) }];
}

/** Half of the answer's words, or a word that the stem shares with the answer and with no distractor. */
function wordsInStem(
  { question, wrongs }: Posed,
  { text }: Key,
  { words }: Reading,
): readonly string[] | undefined {
  const own = [...contentWords(foldSpelling(text))];
  const shared = own.filter((word) => words.has(word));
  if (shared.length === 0) return undefined;
  if (own.length > 1 && shared.length * 2 >= own.length && !('distractors' in question)) return shared;
  if (!('distractors' in question)) return undefined;
  const others = new Set(wrongs.flatMap((wrong) => foldSpelling(wrong.text).split(' ')));
  const cues = shared.filter((word) => !others.has(word));
  return cues.length > 0 ? cues : undefined;
}
