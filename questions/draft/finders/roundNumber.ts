import { attributed } from '../asking/accordingTo.ts';
import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { whQuestion } from '../asking/whQuestion.ts';
import { textOf, type Span } from '../clause/span.ts';
import { unitNamed } from '../../typed/unit.ts';
import type { FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';

const MANY = /^(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)$/i;
const SCALE = /^(?:hundred|thousand|million|billion)$/i;

/** Facts about numbers that are only roughly said: "tens of billions of dollars", "hundreds of thousands of people". */
export function roundNumbersIn(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { words } = sentence;
  return words.flatMap((_, from) => {
    const number = manyAt(words, from);
    if (number === undefined || MANY.test(words[from - 2]?.text ?? '')) return [];
    return roundFact(number, sentence, surroundings);
  });
}

/** "tens of billions", "a few thousand": undefined where no noun follows. */
function manyAt(words: readonly Tagged[], from: number): Span | undefined {
  if (/^(?:few|several)$/i.test(words[from]?.text ?? '') && SCALE.test(words[from + 1]?.text ?? '')) {
    const isNoun = words[from + 2]?.pos === 'NOUN';
    return isNoun ? { from: words[from - 1]?.lemma === 'a' ? from - 1 : from, to: from + 2 } : undefined;
  }
  if (!MANY.test(words[from]?.text ?? '')) return undefined;
  let to = from + 1;
  while (words[to]?.lemma === 'of' && MANY.test(words[to + 1]?.text ?? '')) to += 2;
  return words[to]?.lemma === 'of' && words[to + 1]?.pos === 'NOUN' ? { from, to } : undefined;
}

function roundFact(number: Span, sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const nounAt = sentence.words[number.to]?.lemma === 'of' ? number.to + 1 : number.to;
  const whole = { from: number.from, to: nounAt + 1 };
  const noun = textOf(sentence, { from: nounAt, to: nounAt + 1 });
  const isMoney = /^(?:dollar|euro|pound)$/.test(unitNamed(noun)?.dimension ?? '');
  const answered = isMoney ? whole : number;
  const answer = textOf(sentence, answered);
  const made = whQuestion(
    isMoney ? 'how much money' : `roughly how many ${noun}`,
    whole,
    sentence,
    surroundings,
  );
  return foundFact(
    {
      reason: 'quantity',
      answers: [answered],
      answerType: 'number',
      confidence: 0.75,
      forms: [
        made && {
          id: 'how-much',
          confidence: 0.8 * made.fluency,
          question: {
            kind: 'short',
            prompt: attributed(surroundings.standingOf(sentence), made.prompt),
            expects: 'text',
            answer,
            accept: isMoney ? [textOf(sentence, number)] : [textOf(sentence, whole)],
            reject: [],
            allow: [],
          },
        },
        clozeForm('amount-cloze', [{ span: answered, shows: 'amount' }], sentence, surroundings, 0.65),
      ],
    },
    sentence,
    surroundings,
  );
}
