import { askedFor } from '../asking/askedFor.ts';
import { foundFact } from '../asking/foundFact.ts';
import { joined } from '../asking/inverted.ts';
import { shortForm } from '../asking/shortForm.ts';
import { SINGULAR, thirdPerson } from '../asking/whQuestion.ts';
import { capitalised } from '../clause/midSentence.ts';
import { bare, hasName, nameAtEnd, phraseAt } from '../clause/phrase.ts';
import { isGlued, textOf, wordCount, type Span } from '../clause/span.ts';
import { verbGroupAt, type VerbGroup } from '../clause/verbGroup.ts';
import type { FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

const TOLD_WORDS_MIN = 3;
const TOLD_WORDS_MAX = 16;

/** "…, which keeps the shape of the loaf": "What keeps the shape of the loaf?". */
export function relativeFacts(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { words } = sentence;
  return words.flatMap((word, at) => {
    if (!/^(?:which|who)$/.test(word.text)) return [];
    const verb = verbGroupAt(words, at + 1);
    if (verb === undefined || verb.isNegated || words[verb.main]?.lemma === 'be') return [];
    const isAside = words[at - 1]?.text === ',';
    const noun = phraseBefore(sentence, isAside ? at - 1 : at);
    const isPossession = verb.main === verb.first && words[verb.main]?.lemma === 'have';
    if (
      noun === undefined ||
      (isPossession && !hasName(words, noun)) ||
      !agrees(sentence, noun, verb.first) ||
      (!isAside && words[verb.main]?.lemma !== 'lead' && !hasName(words, noun))
    )
      return [];
    const told = toldOf(sentence, verb);
    const count = wordCount(told);
    if (count < TOLD_WORDS_MIN || count > TOLD_WORDS_MAX) return [];
    const asked = askedFor(sentence, noun, surroundings);
    const answer = bare(words, noun);
    const wh = word.text === 'who' && asked.subject === 'what' ? 'who' : asked.subject;
    const prompt = capitalised(`${wh} ${told}?`);
    return foundFact(
      {
        reason: words[verb.main]?.lemma === 'lead' ? 'cause' : 'action',
        answers: [answer],
        answerType: asked.type,
        confidence: 0.9,
        forms: [
          shortForm(
            {
              id: 'which',
              asked: { prompt, fluency: 1 },
              answer: textOf(sentence, answer),
              confidence: 0.75,
            },
            surroundings.standingOf(sentence),
          ),
        ],
      },
      sentence,
      surroundings,
    );
  });
}

/** "bay, which have become": it is something else that became so. */
function agrees({ words }: Sentence, noun: Span, verb: number): boolean {
  const isMany = words
    .slice(noun.from, noun.to)
    .some(
      ({ text, pos }) => pos === 'CCONJ' || (/^(?:NOUN|PROPN)$/.test(pos) && /(?:[^su]s|ese)$/.test(text)),
    );
  return isMany || !/^(?:have|are|were|do)$/.test(words[verb]?.text ?? '');
}

/** What is told, with its verb as "what" wants it: "which have gone" is "what has gone". */
function toldOf(sentence: Sentence, verb: VerbGroup): string {
  const { words } = sentence;
  const first = words[verb.first];
  const isBase = first?.pos === 'VERB' && first.text === first.lemma;
  const single = SINGULAR[first?.text ?? ''] ?? (isBase ? thirdPerson(first.text) : (first?.text ?? ''));
  return joined(
    textOf(sentence, { from: verb.from, to: verb.first }),
    single,
    textOf(sentence, { from: verb.first + 1, to: endOf(sentence, verb.to) }),
  );
}

function endOf({ words }: Sentence, from: number): number {
  const end = words.findIndex(({ text }, at) => at >= from && /^[,.;:()–—!?]$/.test(text));
  return end < 0 ? words.length : end;
}

/** The noun phrase that ends right before a word, with "of" and "with" in it: "a pot with a lid". */
function phraseBefore(sentence: Sentence, end: number): Span | undefined {
  const { words } = sentence;
  const name = nameAtEnd(sentence, { from: Math.max(0, end - 5), to: end });
  let best: Span | undefined = name;
  for (let from = end - 1; from >= Math.max(0, end - 9); from -= 1) {
    const isJoint =
      words[from]?.pos === 'VERB' &&
      words[from]?.text.endsWith('ing') === true &&
      words[from - 1]?.pos === 'DET';
    const isHyphen = words[from]?.text === '-' && isGlued(words, from);
    if (isHyphen) continue;
    if (/^(?:VERB|AUX|PUNCT|SCONJ)$/.test(words[from]?.pos ?? '') && !isJoint && !isGlued(words, from + 1))
      break;
    const first = phraseAt(words, from, end);
    if (first === undefined) continue;
    const isJoined =
      (words[first.to]?.text === 'with' || words[first.to]?.pos === 'CCONJ') &&
      phraseAt(words, first.to + 1, end)?.to === end;
    const isPart = /^(?:of|with|than|and|or)$/.test(words[from - 1]?.text ?? '');
    if (
      (first.to === end || isJoined) &&
      !isPart &&
      !/^(?:ADJ|NOUN|PROPN|DET)$/.test(words[from - 1]?.pos ?? '')
    )
      best = { from, to: end };
  }
  const isCompared =
    best !== undefined && words.slice(best.from, best.to).some(({ text }) => text === 'than');
  return best === undefined || isCompared || best.to - best.from > 7 ? undefined : best;
}
