import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { coordinatedEnd, nounPhraseEnd } from '../clause/nounPhrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { AnswerType, Finder } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

/** A word or phrase that a comparison turns on. */
interface Compared {
  readonly id: string;
  readonly span: Span;
  readonly shows: string;
  readonly type: AnswerType;
  readonly confidence: number;
}

const TIMES = /^(?:twice|double|triple|half)$/i;
const OTHER_WORDS_MAX = 5;

/** Comparisons: "twice as large as", "heavier than lead", "unlike Venus, …", "a different purpose than". */
export const comparison: Finder = (sentence, surroundings) =>
  comparedIn(sentence).flatMap(({ id, span, shows, type, confidence }) =>
    foundFact(
      {
        reason: 'comparison',
        answers: [span],
        answerType: type,
        confidence: 0.8,
        forms: [clozeForm(id, [{ span, shows }], sentence, surroundings, confidence)],
      },
      sentence,
      surroundings,
    ),
  );

function comparedIn(sentence: Sentence): readonly Compared[] {
  return sentence.words.flatMap((_, at) => [
    ...factorAt(sentence, at),
    ...degreeAt(sentence, at),
    ...otherAt(sentence, at),
    ...differenceAt(sentence, at),
  ]);
}

/** "twice as large as", "three times the size". */
function factorAt({ words }: Sentence, at: number): readonly Compared[] {
  const word = words[at];
  const isTimes =
    word?.pos === 'NUM' &&
    words[at + 1]?.lemma === 'time' &&
    /^(?:as|the|more|larger|higher|bigger|longer|greater|faster)$/i.test(words[at + 2]?.text ?? '');
  const isTwice = TIMES.test(word?.text ?? '') && /^(?:as|the)$/i.test(words[at + 1]?.text ?? '');
  if (!isTimes && !isTwice) return [];
  const span = { from: at, to: isTimes ? at + 2 : at + 1 };
  return [{ id: 'times-cloze', span, shows: 'how many times', type: 'phrase', confidence: 0.7 }];
}

/** "heavier than lead", "more massive than". */
function degreeAt({ words }: Sentence, at: number): readonly Compared[] {
  const word = words[at];
  if (words[at + 1]?.lemma !== 'than' || word === undefined || !/^(?:ADJ|ADV)$/.test(word.pos)) return [];
  const isMore = /^(?:more|less)$/i.test(words[at - 1]?.text ?? '');
  if (!isMore && !/(?:er|worse)$/i.test(word.text)) return [];
  if (/^(?:other|rather|either|more|less|fewer|later|earlier|further)$/i.test(word.text)) return [];
  const span = { from: isMore ? at - 1 : at, to: at + 1 };
  return [{ id: 'degree-cloze', span, shows: 'comparative', type: 'phrase', confidence: 0.55 }];
}

/** "Unlike Venus, Mars …", "in contrast to …". */
function otherAt(sentence: Sentence, at: number): readonly Compared[] {
  const { words } = sentence;
  const isUnlike = /^unlike$/i.test(words[at]?.text ?? '');
  const isContrast =
    /^(?:contrast|comparison|contrary)$/i.test(words[at]?.text ?? '') &&
    /^(?:to|with)$/.test(words[at + 1]?.text ?? '');
  const from = isUnlike ? at + 1 : at + 2;
  if (!isUnlike && !isContrast) return [];
  const start = words[from]?.pos === 'DET' ? from + 1 : from;
  const span = { from: start, to: Math.max(start, nounPhraseEnd(words, start)) };
  if (span.to === span.from || wordCount(textOf(sentence, span)) > OTHER_WORDS_MAX) return [];
  return [{ id: 'other-cloze', span, shows: 'what it is compared with', type: 'term', confidence: 0.6 }];
}

/** "has a different purpose than", "differs from X in its shape". */
function differenceAt(sentence: Sentence, at: number): readonly Compared[] {
  const { words } = sentence;
  if (words[at]?.lemma === 'different') {
    const end = coordinatedEnd(words, at + 1);
    const isCompared = /^(?:than|from|to)$/i.test(words[end]?.text ?? '');
    if (end === at + 1 || !isCompared) return [];
    return [
      {
        id: 'difference-cloze',
        span: { from: at + 1, to: end },
        shows: 'what is different',
        type: 'phrase',
        confidence: 0.65,
      },
    ];
  }
  return [];
}
