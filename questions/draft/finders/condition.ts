import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { shortForm } from '../asking/shortForm.ts';
import { whQuestion } from '../asking/whQuestion.ts';
import { clausesOf, type Clause } from '../clause/clause.ts';
import { bare, phraseAt, shownAs } from '../clause/phrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

const SHORT_WORDS_MAX = 9;

/** "A starter is ready when it has doubled": "When is a starter ready?", as far as the rule is no story. */
export function conditionFacts(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { words } = sentence;
  const clauses = clausesOf(sentence);
  return clauses.flatMap((clause, at) => {
    const main = clauses[at - 1];
    if (clause.marker !== 'when' || main === undefined || main.rest.to !== clause.subject.from - 1) return [];
    if (!isPresent(sentence, main) || !isPresent(sentence, clause)) return [];
    const condition = { from: clause.subject.from, to: clause.rest.to };
    const key = phraseAt(words, clause.rest.from, clause.rest.to);
    const isShort = wordCount(textOf(sentence, condition)) <= SHORT_WORDS_MAX;
    return foundFact(
      {
        reason: 'cause',
        answers: [condition],
        answerType: 'phrase',
        confidence: 0.9,
        forms: [
          isShort ? whenForm(sentence, surroundings, main, condition) : undefined,
          key === undefined
            ? undefined
            : clozeForm(
                'when-cloze',
                [{ span: bare(words, key), shows: shownAs(words, bare(words, key)) }],
                sentence,
                surroundings,
                0.6,
              ),
        ],
      },
      sentence,
      surroundings,
    );
  });
}

function whenForm(sentence: Sentence, surroundings: Surroundings, main: Clause, condition: Span) {
  return shortForm(
    {
      id: 'when',
      asked: whQuestion('when', { from: main.rest.to, to: main.rest.to }, sentence, surroundings, main),
      answer: textOf(sentence, condition),
      confidence: 0.8,
    },
    surroundings.standingOf(sentence),
  );
}

function isPresent({ words }: Sentence, { verb }: Clause): boolean {
  const first = words[verb.first];
  return (
    /^(?:is|are|has|have|can|must)$/.test(first?.text ?? '') ||
    first?.text === first?.lemma ||
    first?.text.endsWith('s') === true
  );
}
