import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { shortForm } from '../asking/shortForm.ts';
import { capitalised, midSentence } from '../clause/midSentence.ts';
import { bare, hasName, phraseAt, shownAs } from '../clause/phrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

const NAME_WORDS_MAX = 5;
const NAMED_WORDS_MAX = 14;

/** Names that are given by the way: "a slight rocking, called libration", and what "What surrounds … is …" names. */
export function namingFacts(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  return [...calledAside(sentence, surroundings), ...cleft(sentence, surroundings)];
}

/** "X, called Y," or "X, known as Y,". */
function calledAside(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { words } = sentence;
  return words.flatMap((word, at) => {
    if (!/^(?:called|known|named|termed|dubbed)$/.test(word.text)) return [];
    const start = words[at + 1]?.text === 'as' ? at + 2 : at + 1;
    if (word.text === 'known' && start === at + 1) return [];
    const isAside = /^[,(–—]$/.test(words[at - 1]?.text ?? '');
    const name = phraseAt(words, start);
    const named = phraseBefore(sentence, isAside ? at - 1 : at);
    if (name === undefined || named === undefined || wordCount(textOf(sentence, name)) > NAME_WORDS_MAX)
      return [];
    const text = midSentence(sentence, named, surroundings.document);
    const isVague =
      wordCount(text) < 2 || wordCount(text) > NAMED_WORDS_MAX || /^(?:this|these|that|it)\b/i.test(text);
    if (isVague) return [];
    const many = /[^su]s$/.test(words[named.to - 1]?.text ?? '') && !text.startsWith('a');
    const answer = bare(words, name);
    return foundFact(
      {
        reason: 'definition',
        answers: [answer],
        answerType: 'term',
        confidence: 0.92,
        forms: [
          shortForm(
            {
              id: 'called',
              asked: { prompt: capitalised(`what ${many ? 'are' : 'is'} ${text} called?`), fluency: 1 },
              answer: textOf(sentence, answer),
              confidence: /^an? /i.test(text) && hasName(words, answer) ? 0.55 : 0.82,
            },
            surroundings.standingOf(sentence),
          ),
          clozeForm('called-cloze', [{ span: answer, shows: 'name' }], sentence, surroundings, 0.65),
        ],
      },
      sentence,
      surroundings,
    );
  });
}

/** The longest noun phrase that ends right before a word, with one preposition in it at most. */
function phraseBefore({ words }: Sentence, end: number): Span | undefined {
  let best: Span | undefined;
  for (let from = end - 1; from >= Math.max(0, end - 8); from -= 1) {
    if (/^(?:VERB|AUX|PUNCT|SCONJ|CCONJ)$/.test(words[from]?.pos ?? '')) break;
    const first = phraseAt(words, from, end);
    if (first === undefined) continue;
    const isJoined = words[first.to]?.pos === 'ADP' && phraseAt(words, first.to + 1, end)?.to === end;
    if (first.to === end || isJoined) best = { from, to: end };
  }
  return best;
}

/** "What surrounds the Moon is an exosphere": the question stands there already. */
function cleft(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { words } = sentence;
  if (words[0]?.text !== 'What') return [];
  const be = words.findIndex(({ text }, at) => at > 2 && /^(?:is|are|was|were)$/.test(text));
  const answer = be < 0 ? undefined : phraseAt(words, be + 1);
  if (
    answer === undefined ||
    words.at(-1)?.text === '?' ||
    words.slice(0, be).some(({ text }) => text === ',')
  )
    return [];
  const prompt = `${textOf(sentence, { from: 0, to: be })}?`;
  const key = bare(words, answer);
  return foundFact(
    {
      reason: 'definition',
      answers: [key],
      answerType: 'term',
      confidence: 0.92,
      forms: [
        shortForm(
          { id: 'what', asked: { prompt, fluency: 1 }, answer: textOf(sentence, key), confidence: 0.85 },
          surroundings.standingOf(sentence),
        ),
        clozeForm('what-cloze', [{ span: key, shows: shownAs(words, key) }], sentence, surroundings, 0.6),
      ],
    },
    sentence,
    surroundings,
  );
}
