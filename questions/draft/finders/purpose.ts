import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { shortForm } from '../asking/shortForm.ts';
import { whQuestion, type WhQuestion } from '../asking/whQuestion.ts';
import { clausesOf, type Clause } from '../clause/clause.ts';
import { bare, fullPhraseAt, phraseAt, shownAs } from '../clause/phrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { Finder, FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';

const AIM = /^(?:aim|purpose|goal|objective|function|role|task|mission|intention|object)s?$/;
/** Verbs after which "to …" is no purpose but what they are about. */
const TAKING_TO =
  /^(?:want|try|begin|start|continue|need|seem|appear|tend|like|hope|plan|decide|refuse|fail|manage|agree|learn|ask|tell|allow|enable|cause|force|help|lead|be|have|go|come|get|turn|expect|require|intend|prepare|order|persuade|encourage|invite|teach|make|take|say|believe|know|suppose|think|consider|find|mean)$/;

/** What something is for: "Why did …?", "What is the aim of …?", "What is X used for?". */
export const purpose: Finder = (sentence, surroundings) => {
  const clauses = clausesOf(sentence);
  return clauses.flatMap((clause, at) => [
    ...orderFact(sentence, surroundings, clause),
    ...aimFact(sentence, surroundings, clause),
    ...useFact(sentence, surroundings, clause),
    ...soThatFact(sentence, surroundings, clause, clauses[at - 1]),
  ]);
};

/** "in order to …", "to …" after a main clause. */
function orderFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const { rest, verb } = clause;
  const from = purposeStart(sentence, clause);
  if (from === undefined || verb.isNegated) return [];
  const to = words.findIndex(({ text }, at) => at >= from && text === 'to');
  const asked = whQuestion('why', { from, to: rest.to }, sentence, surroundings);
  return purposeFact(sentence, surroundings, {
    id: 'why',
    asked,
    answer: { from: to, to: rest.to },
    confidence: 0.88,
  });
}

/** Where the words begin that say what something is done for. */
function purposeStart({ words }: Sentence, { rest, verb }: Clause): number | undefined {
  for (let at = rest.from; at < rest.to; at += 1) {
    const [word, next] = [words[at], words[at + 1]];
    const lower = word?.text.toLowerCase();
    if (lower === 'in' && next?.text === 'order' && words[at + 2]?.text === 'to') return at;
    if (lower === 'so' && next?.text === 'as' && words[at + 2]?.text === 'to') return at;
    if (lower !== 'to' || next?.pos !== 'VERB' || next.text.endsWith('ing')) continue;
    const before = words[at - 1];
    if (isCounted(words, at)) return undefined;
    const isFree =
      at > rest.from &&
      (/^(?:NOUN|PROPN|NUM)$/.test(before?.pos ?? '') || before?.text === ')') &&
      !TAKING_TO.test(words[verb.main]?.lemma ?? '');
    if (isFree && !NOUN_TAKING_TO.test(before?.text ?? '')) return at;
    if (!isFree) return undefined;
  }
  return undefined;
}

/** "the first people to land on the Moon": one of a row, not a purpose. */
function isCounted(words: readonly Tagged[], at: number): boolean {
  return words
    .slice(Math.max(0, at - 4), at)
    .some(({ text }) =>
      /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|only|too|enough|able)$/i.test(
        text,
      ),
    );
}

/** Nouns that "to …" belongs to: "the decision to look to Russia". */
const NOUN_TAKING_TO =
  /^(?:decision|attempt|ability|right|need|way|ways|opportunity|plan|power|effort|efforts|desire|time|chance|reason|place|tendency|failure|willingness|capacity|order|permission|promise|freedom|ally|one|first|last|refusal|intention|aim|goal)$/;

interface Purpose {
  readonly id: string;
  readonly asked: WhQuestion | undefined;
  readonly answer: Span;
  readonly confidence: number;
  /** Where the words stand that carry the purpose, if there is no verb with an object in it. */
  readonly key?: Span;
}

function purposeFact(
  sentence: Sentence,
  surroundings: Surroundings,
  { id, asked, answer, confidence, key: spare }: Purpose,
): readonly FoundFact[] {
  const { words } = sentence;
  const text = textOf(sentence, answer);
  const verb = words.findIndex(({ pos }, at) => at >= answer.from && at < answer.to && pos === 'VERB');
  const key = (verb < 0 ? undefined : phraseAt(words, verb + 1, answer.to)) ?? spare;
  const sure = wordCount(text) <= 7 ? confidence : confidence * 0.85;
  const bareText = text.replace(/^to /, '');
  return foundFact(
    {
      reason: 'purpose',
      answers: [answer],
      answerType: 'phrase',
      confidence: 0.95,
      forms: [
        shortForm(
          { id, asked, answer: text, accept: bareText === text ? [] : [bareText], confidence: sure },
          surroundings.standingOf(sentence),
        ),
        key === undefined || words[key.from]?.pos === 'PRON'
          ? undefined
          : clozeForm(
              `${id}-cloze`,
              [{ span: bare(words, key), shows: shownAs(words, bare(words, key)) }],
              sentence,
              surroundings,
              0.68,
            ),
      ],
    },
    sentence,
    surroundings,
  );
}

/** "The aim of X is to …", "X has among its main objectives …". */
function aimFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const { subject, verb, rest } = clause;
  const isBe = /^(?:is|are|was|were)$/.test(words[verb.main]?.text ?? '');
  if (
    isBe &&
    words.slice(subject.from, subject.to).some(({ text }) => AIM.test(text)) &&
    rest.to > rest.from
  ) {
    const asked = whQuestion('what', rest, sentence, surroundings);
    return purposeFact(sentence, surroundings, { id: 'aim', asked, answer: rest, confidence: 0.88 });
  }
  const aim = words.findIndex(({ text }, at) => at >= rest.from && at < rest.to && AIM.test(text));
  if (
    !/^(?:have|has|had)$/.test(words[verb.main]?.text ?? '') ||
    words[rest.from]?.text !== 'among' ||
    aim < 0
  )
    return [];
  const start = words[aim + 1]?.pos === 'ADV' ? aim + 2 : aim + 1;
  const answer = fullPhraseAt(words, start, rest.to);
  if (answer === undefined) return [];
  const asked = whQuestion('what', { from: aim + 1, to: answer.to }, sentence, surroundings);
  return purposeFact(sentence, surroundings, {
    id: 'aim',
    asked,
    answer: bare(words, answer),
    confidence: 0.85,
  });
}

/** "X is used to …", "X is used for …". */
function useFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const { verb, rest } = clause;
  const link = words[rest.from]?.text ?? '';
  const isUse =
    words[verb.main]?.lemma === 'use' && /^(?:is|are|was|were|be)$/.test(words[verb.main - 1]?.text ?? '');
  if (!isUse || !/^(?:to|for)$/.test(link)) return [];
  const asked = whQuestion('what', { from: rest.from, to: rest.to }, sentence, surroundings);
  const prompt = asked === undefined ? undefined : { ...asked, prompt: asked.prompt.replace(/\?$/, ' for?') };
  const answer = link === 'for' ? { from: rest.from + 1, to: rest.to } : rest;
  return purposeFact(sentence, surroundings, { id: 'use', asked: prompt, answer, confidence: 0.88 });
}

/** "MAIN so that CLAUSE". */
function soThatFact(
  sentence: Sentence,
  surroundings: Surroundings,
  { subject, rest }: Clause,
  main: Clause | undefined,
): readonly FoundFact[] {
  const { words } = sentence;
  if (
    words[subject.from - 1]?.text !== 'that' ||
    words[subject.from - 2]?.text !== 'so' ||
    main === undefined
  )
    return [];
  const asked = whQuestion('why', { from: main.rest.to, to: main.rest.to }, sentence, surroundings, main);
  return purposeFact(sentence, surroundings, {
    id: 'why',
    asked,
    answer: { from: subject.from, to: rest.to },
    key: subject,
    confidence: 0.85,
  });
}
