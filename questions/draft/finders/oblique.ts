import { askedFor } from '../asking/askedFor.ts';
import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { shortForm } from '../asking/shortForm.ts';
import { whQuestion } from '../asking/whQuestion.ts';
import type { Clause } from '../clause/clause.ts';
import { bare, hasName, headOf, phraseAt, shownAs, withBracket } from '../clause/phrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';

const ANSWER_WORDS_MAX = 6;
/** Prepositions that a verb or an adjective asks for. */
const WANTED = /^(?:to|of|with|from|on|for|into|against|about|during|by|as|under|like)$/;
const EMPTY =
  /^(?:time|day|year|month|week|hour|minute|centur(?:y|ie)|way|part|case|fact|turn|order|course|level|term|short|front|hand|point|world|beginning|end|moment|rest|other|lot|number|view|it|them|him|her|this|that|thing)s?$/i;

/** What a verb without object, a passive or an adjective is tied to: "What is X linked to?", "What does X consist of?". */
export function obliqueFact(
  sentence: Sentence,
  surroundings: Surroundings,
  clause: Clause,
): readonly FoundFact[] {
  const { words } = sentence;
  const direct = obliqueIn(sentence, clause);
  const found = direct ?? (isState(words[clause.verb.main]) ? namedIn(sentence, clause) : undefined);
  if (found === undefined) return [];
  const answer = bare(words, found);
  const asked = askedFor(sentence, found, surroundings);
  const isTold = hasName(words, clause.subject) || hasName(words, found);
  const isAsked =
    (direct !== undefined && !isBe(words[clause.verb.main])) || words[clause.rest.from]?.pos !== 'DET';
  const isWhole = words[found.to]?.pos !== 'ADP' || found.to >= clause.rest.to;
  const isPlain = answer.to - answer.from === 1 && !hasName(words, answer);
  return foundFact(
    {
      reason: 'action',
      answers: [answer],
      answerType: asked.type,
      confidence: (isTold ? 0.92 : 0.85) * (isPlain ? 0.85 : 1),
      forms: [
        isAsked && isWhole
          ? shortForm(
              {
                id: 'to-what',
                asked: whQuestion(asked.object, found, sentence, surroundings, clause),
                answer: textOf(sentence, answer),
                confidence: found.to < clause.rest.to ? 0.58 : 0.72,
              },
              surroundings.standingOf(sentence),
            )
          : undefined,
        clozeForm(
          'to-what-cloze',
          [{ span: answer, shows: asked.type === 'phrase' ? shownAs(words, answer) : asked.shows }],
          sentence,
          surroundings,
          0.66,
        ),
      ],
    },
    sentence,
    surroundings,
  );
}

function isState(word: Tagged | undefined): boolean {
  return isBe(word) || /^(?:has|have|had)$/.test(word?.text ?? '');
}

/** The first name after "of", "with" or "to": "… an ally of the Kremlin". */
function namedIn({ words }: Sentence, { verb, rest }: Clause): Span | undefined {
  if (verb.isNegated) return undefined;
  for (let at = rest.from; at < rest.to; at += 1) {
    const name = /^(?:of|with|to)$/.test(words[at]?.text ?? '')
      ? phraseAt(words, at + 1, rest.to)
      : undefined;
    if (name !== undefined && words[name.to - 1]?.pos === 'PROPN' && name.to - name.from <= 4) return name;
  }
  return undefined;
}

function isBe(word: Tagged | undefined): boolean {
  return /^(?:is|are|was|were|been)$/.test(word?.text ?? '');
}

/** The phrase after the first preposition behind the verb, or behind its adjective. */
function obliqueIn({ words, text }: Sentence, { verb, rest }: Clause): Span | undefined {
  let at = rest.from;
  while (at < rest.to && /^(?:ADV|ADJ)$/.test(words[at]?.pos ?? '')) at += 1;
  const is = isBe(words[verb.main]) ? phraseAt(words, at, rest.to) : undefined;
  if (is !== undefined && words[is.from]?.pos === 'DET') at = is.to;
  const preposition = words[at]?.text ?? '';
  if (
    words[verb.main]?.lemma === 'cause' ||
    !WANTED.test(preposition) ||
    words[at + 1]?.pos === 'VERB' ||
    verb.isNegated
  )
    return undefined;
  const phrase = phraseAt(words, at + 1, rest.to);
  const inner = phrase === undefined ? undefined : innerOf(words, phrase, rest.to);
  if (inner !== undefined) return inner;
  const head = phrase === undefined ? undefined : headOf(words, phrase);
  if (phrase === undefined || head === undefined || EMPTY.test(head.text)) return undefined;
  const parts = words.slice(phrase.from, phrase.to);
  if (
    parts.some(({ pos }) => pos === 'NUM' || pos === 'PRON') ||
    (phrase.to < rest.to && words[phrase.to]?.pos === 'CCONJ')
  )
    return undefined;
  const said = text.slice(words[phrase.from]?.start, words[phrase.to - 1]?.end);
  if (/^(?:this|these|that|those|each|every|such|all)\b/i.test(said)) return undefined;
  return wordCount(said) <= ANSWER_WORDS_MAX ? phrase : undefined;
}

/** "the period following the dissolution of the union": what the period is told by. */
function innerOf(words: readonly Tagged[], phrase: Span, limit: number): Span | undefined {
  if (!/^(?:period|era|age|years|decades|time)$/.test(words[phrase.to - 1]?.text ?? '')) return undefined;
  const next = words[phrase.to]?.pos === 'ADV' ? phrase.to + 1 : phrase.to;
  const isTold = /^(?:following|preceding|after|before)$/.test(words[next]?.text ?? '');
  return isTold ? phraseAt(words, next + 1, limit) : undefined;
}

/** "the support of the alliance" as an object: "Whose support did … invoke?". */
export function whoseFact(
  sentence: Sentence,
  surroundings: Surroundings,
  clause: Clause,
): readonly FoundFact[] {
  const { words } = sentence;
  const { rest } = clause;
  const object = phraseAt(words, rest.from, rest.to);
  if (object === undefined) return [];
  const of = words.findIndex(({ text }, at) => at > object.from && at < object.to && text === 'of');
  const owner = of < 0 ? undefined : phraseAt(words, of + 1, object.to);
  if (owner?.to !== object.to || words[of - 1]?.pos !== 'NOUN') return [];
  const asked = askedFor(sentence, owner, surroundings);
  if (asked.type !== 'person' && asked.type !== 'organisation') return [];
  const owned = textOf(sentence, bare(words, { from: object.from, to: of }));
  const answer = bare(words, owner);
  return foundFact(
    {
      reason: 'action',
      answers: [answer],
      answerType: asked.type,
      confidence: 0.92,
      forms: [
        shortForm(
          {
            id: 'whose',
            asked: whQuestion(`whose ${owned}`, withBracket(words, object), sentence, surroundings, clause),
            answer: textOf(sentence, answer),
            confidence: 0.82,
          },
          surroundings.standingOf(sentence),
        ),
        clozeForm('whose-cloze', [{ span: answer, shows: asked.shows }], sentence, surroundings, 0.62),
      ],
    },
    sentence,
    surroundings,
  );
}

/** "X is one of the founding members of Y": "Of which organisation is X one of the founding members?". */
export function memberFact(
  sentence: Sentence,
  surroundings: Surroundings,
  clause: Clause,
): readonly FoundFact[] {
  const { words } = sentence;
  const { rest } = clause;
  const one = words.findIndex(({ text }, at) => at >= rest.from && at < rest.to && text === 'one');
  if (one < 0 || words[one + 1]?.text !== 'of') return [];
  const of = words.findIndex(({ text }, at) => at > one + 1 && at < rest.to && text === 'of');
  const whole = of < 0 ? undefined : phraseAt(words, of + 1, rest.to);
  if (whole === undefined || !hasName(words, whole)) return [];
  const asked = askedFor(sentence, whole, surroundings);
  if (!asked.object.startsWith('which')) return [];
  const answer = bare(words, whole);
  return foundFact(
    {
      reason: 'role',
      answers: [answer],
      answerType: asked.type,
      confidence: 0.92,
      forms: [
        shortForm(
          {
            id: 'of-which',
            asked: whQuestion(
              `of ${asked.object}`,
              { from: of, to: whole.to },
              sentence,
              surroundings,
              clause,
            ),
            answer: textOf(sentence, answer),
            confidence: 0.82,
          },
          surroundings.standingOf(sentence),
        ),
        clozeForm('of-which-cloze', [{ span: answer, shows: asked.shows }], sentence, surroundings, 0.62),
      ],
    },
    sentence,
    surroundings,
  );
}
