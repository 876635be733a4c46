import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { scaleNamed } from '../../typed/number-words.ts';
import { isYearAt } from '../clause/yearWord.ts';
import type { FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';

/** Facts about amounts between two others: "60 to 70 %", "between 150 and 200 million copies", "8–12 hours". */
export function rangesIn(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { words } = sentence;
  return words.flatMap((_, at) => {
    if (!isRangeAt(words, at)) return [];
    const low = { from: at, to: at + 1 };
    const high = { from: at + 2, to: at + 3 };
    const gaps = [low, high].map((span) => ({ span, shows: 'number' }));
    return foundFact(
      {
        reason: 'quantity',
        answers: [low, high],
        answerType: 'number',
        confidence: 0.85,
        forms: [clozeForm('range-cloze', gaps, sentence, surroundings, 0.65)],
      },
      sentence,
      surroundings,
    );
  });
}

function isRangeAt(words: readonly Tagged[], at: number): boolean {
  const [low, joint, high, after] = [words[at], words[at + 1], words[at + 2], words[at + 3]];
  if (low === undefined || high === undefined || !isFigure(low) || !isFigure(high)) return false;
  if (isYearAt(words, at) || isYearAt(words, at + 2) || words[at - 1]?.text === joint?.text) return false;
  const isBetween = joint?.text === 'and' && words[at - 1]?.lemma === 'between';
  const isTo = /^(?:to|–|-)$/.test(joint?.text ?? '') && words[at - 1]?.text !== ':';
  const isCounting = after?.pos === 'NOUN' || after?.pos === 'SYM' || after?.pos === 'ADJ' || isScale(after);
  return (isBetween || isTo) && isCounting;
}

function isFigure({ pos, text }: Tagged): boolean {
  return pos === 'NUM' && !isScale({ text });
}

function isScale(word: { readonly text: string } | undefined): boolean {
  return (
    word !== undefined && !/\d/.test(word.text) && scaleNamed(word.text.toLowerCase(), true) !== undefined
  );
}
