import { attributed } from '../asking/accordingTo.ts';
import { foundFact } from '../asking/foundFact.ts';
import { clausesOf } from '../clause/clause.ts';
import { midSentence } from '../clause/midSentence.ts';
import { nounPhraseEnd } from '../clause/nounPhrase.ts';
import { textOf, wordCount } from '../clause/span.ts';
import type { Superlative } from '../clause/superlativePhrase.ts';
import type { FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

const ANSWER_WORDS_MAX = 8;

/** "The first spacecraft to reach the Moon was Luna 2": "Which spacecraft was the first to reach the Moon?" */
export function firstHolder(
  { phrase, head }: Superlative,
  sentence: Sentence,
  surroundings: Surroundings,
): readonly FoundFact[] {
  const { words } = sentence;
  const clause = clausesOf(sentence).find(({ subject }) => subject.from === phrase.from);
  if (clause === undefined || clause.verb.main !== clause.verb.first) return [];
  const { subject, verb, rest } = clause;
  if (words[verb.main]?.lemma !== 'be' || verb.isNegated) return [];
  const holder = { from: rest.from, to: nounPhraseEnd(words, rest.from) };
  const isNamed = words.slice(holder.from, holder.to).some(({ pos }) => pos === 'PROPN');
  const answer = textOf(sentence, holder);
  if (!isNamed || wordCount(answer) > ANSWER_WORDS_MAX) return [];
  const noun = textOf(sentence, { from: head, to: head + 1 });
  const degree = midSentence(sentence, { from: subject.from, to: head }, surroundings.document);
  const after = textOf(sentence, { from: head + 1, to: subject.to });
  const prompt = `Which ${noun} ${textOf(sentence, verb)} ${[degree, after].filter((part) => part !== '').join(' ')}?`;
  return foundFact(
    {
      reason: 'superlative',
      answers: [holder],
      answerType: 'term',
      confidence: 0.88,
      forms: [
        {
          id: 'which',
          confidence: 0.88,
          question: {
            kind: 'short',
            prompt: attributed(surroundings.standingOf(sentence), prompt),
            expects: 'text',
            answer: answer.replace(/^the\s+/i, ''),
            accept: [],
            reject: [],
            allow: [],
          },
        },
      ],
    },
    sentence,
    surroundings,
  );
}
