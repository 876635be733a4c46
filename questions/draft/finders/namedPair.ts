import { attributed } from '../asking/accordingTo.ts';
import { classNoun } from '../asking/classNoun.ts';
import { foundFact } from '../asking/foundFact.ts';
import { listForm } from '../asking/listForm.ts';
import { clarity } from '../asking/shortForm.ts';
import { whQuestion } from '../asking/whQuestion.ts';
import { itemsFrom } from '../clause/nounPhrase.ts';
import { clausesOf } from '../clause/clause.ts';
import { textOf, type Span } from '../clause/span.ts';
import type { FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

/** Two names that do something together, or have something between them: "Russia and China share …", "between A and B". */
export function namedPairs(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { words } = sentence;
  const pairs = words.flatMap((_, at): Span[][] => {
    const items = [...itemsFrom(words, at)];
    const isStart = at === 0 || !/^(?:PROPN|CCONJ)$/.test(words[at - 1]?.pos ?? '');
    return items.length === 2 && isStart && items.every((item) => isName(item, sentence)) ? [items] : [];
  });
  return pairs.flatMap((pair) => pairFact(pair, sentence, surroundings));
}

function isName({ from, to }: Span, { words }: Sentence): boolean {
  return words.slice(from, to).every(({ pos, text }) => pos === 'PROPN' || text === '-' || pos === 'DET');
}

function pairFact(
  pair: readonly Span[],
  sentence: Sentence,
  surroundings: Surroundings,
): readonly FoundFact[] {
  const [first, second] = pair;
  if (first === undefined || second === undefined) return [];
  const row = { from: first.from, to: second.to };
  const isSubject = clausesOf(sentence).some(
    ({ subject }) => subject.from === row.from && subject.to === row.to,
  );
  const isBetween = sentence.words[row.from - 1]?.lemma === 'between';
  const texts = pair.map((item) => textOf(sentence, item));
  const noun = classNoun(texts, surroundings.glossary);
  if (noun === undefined || !(isSubject || isBetween)) return [];
  const made = isSubject
    ? whQuestion(`which two ${noun}`, row, sentence, surroundings)
    : whQuestion(`between which two ${noun}`, { from: row.from - 1, to: row.to }, sentence, surroundings);
  if (made === undefined) return [];
  const prompt = attributed(surroundings.standingOf(sentence), made.prompt);
  return foundFact(
    {
      reason: 'enumeration',
      answers: pair,
      answerType: 'list',
      confidence: 0.8,
      forms: [listForm('which-two', prompt, texts, 0.9 * made.fluency * clarity(made.prompt))],
    },
    sentence,
    surroundings,
  );
}
