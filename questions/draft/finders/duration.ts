import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import type { FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

const PERIOD = /^(?:second|minute|hour|day|week|month|year)$/;

/** Facts about times in two units: "12 hours and 25 minutes". */
export function durationsIn(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { words } = sentence;
  return words.flatMap((word, at) => {
    const [unit, and, number, second] = words.slice(at + 1, at + 5);
    const isTwo = word.pos === 'NUM' && and?.lemma === 'and' && number?.pos === 'NUM';
    if (!isTwo || !PERIOD.test(unit?.lemma ?? '') || !PERIOD.test(second?.lemma ?? '')) return [];
    const span = { from: at, to: at + 5 };
    return foundFact(
      {
        reason: 'quantity',
        answers: [span],
        answerType: 'phrase',
        confidence: 0.9,
        forms: [clozeForm('amount-cloze', [{ span, shows: 'how long' }], sentence, surroundings, 0.7)],
      },
      sentence,
      surroundings,
    );
  });
}
