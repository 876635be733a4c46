import { askedFor } from '../asking/askedFor.ts';
import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { shortForm } from '../asking/shortForm.ts';
import { whQuestion, type WhQuestion } from '../asking/whQuestion.ts';
import { clausesOf, type Clause } from '../clause/clause.ts';
import { capitalised } from '../clause/midSentence.ts';
import { bare, hasName, headOf, nameAtEnd, phraseAt, withBracket } from '../clause/phrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { Finder, FormDraft, FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { isReport } from '../standingCues.ts';
import { memberFact, obliqueFact, whoseFact } from './oblique.ts';
import { officeIn } from './office.ts';
import { relativeFacts } from './relative.ts';

/** Verbs that tell no deed by themselves, and those that other finders ask about. */
const VAGUE = new Set(
  'be have do seem appear become remain come go get let begin start continue tend need want try like mean call refer consist contain include comprise cause lead result depend allow help keep exist happen occur take see consider know'.split(
    ' ',
  ),
);
const SUBJECT_WORDS_MAX = 6;
const OBJECT_WORDS_MAX = 6;
const THAT_WORDS_MAX = 22;

/** Who did what, where and how: "Who …?", "What did X …?", "Where …?". */
export const action: Finder = (sentence, surroundings) => [
  ...relativeFacts(sentence, surroundings),
  ...toldClauses(sentence).flatMap((clause) =>
    isDeed(sentence, clause)
      ? [
          ...subjectFact(sentence, surroundings, clause),
          ...whoseFact(sentence, surroundings, clause),
          ...objectFact(sentence, surroundings, clause),
          ...placeFacts(sentence, surroundings, clause),
          ...meansFact(sentence, surroundings, clause),
          ...obliqueFact(sentence, surroundings, clause),
        ]
      : stateFacts(sentence, surroundings, clause),
  ),
];

/** Of a clause that tells a state: what it is tied to, and which person it speaks of. */
function stateFacts(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  if (clause.verb.isNegated || isObjectRelative(sentence, clause) || clause.rest.to <= clause.rest.from)
    return [];
  if (/^(?:i|you|there|we|what)$/i.test(words[clause.subject.to - 1]?.text ?? '')) return [];
  const isPerson = askedFor(sentence, clause.subject, surroundings).type === 'person';
  const main = words[clause.verb.main];
  return [
    ...(isPerson && main?.pos === 'VERB' ? subjectFact(sentence, surroundings, clause) : []),
    ...placeFacts(sentence, surroundings, clause),
    ...memberFact(sentence, surroundings, clause),
    ...obliqueFact(sentence, surroundings, clause),
  ];
}

/** Without what somebody is reported to have said. */
function toldClauses(sentence: Sentence): readonly Clause[] {
  const clauses = clausesOf(sentence);
  const report = clauses.findIndex((clause) => isReport(sentence, clause));
  return report < 0 ? clauses : clauses.slice(0, report);
}

function isDeed(sentence: Sentence, clause: Clause): boolean {
  const { words } = sentence;
  const { verb, subject, rest } = clause;
  const main = words[verb.main];
  if (main?.pos !== 'VERB' || verb.isNegated || VAGUE.has(main.lemma)) return false;
  if (/^(?:i|you|there|we)$/i.test(words[subject.to - 1]?.text ?? '')) return false;
  return (rest.to > rest.from || words[rest.to]?.text === 'that') && !isObjectRelative(sentence, clause);
}

/** "reflectors that the astronauts left behind": its object stands before it. */
function isObjectRelative({ words }: Sentence, { subject, rest }: Clause): boolean {
  return (
    phraseAt(words, rest.from, rest.to) === undefined &&
    /^(?:that|which|whom|whose)$/.test(words[subject.from - 1]?.lemma ?? '') &&
    /^(?:NOUN|PROPN|PUNCT|ADP)$/.test(words[subject.from - 2]?.pos ?? '')
  );
}

function isPassive({ words }: Sentence, { verb }: Clause): boolean {
  return (
    /^(?:is|are|was|were|be|been|being)$/.test(words[verb.main - 1]?.text ?? '') && verb.main > verb.from
  );
}

function subjectFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const { subject, rest } = clause;
  const text = textOf(sentence, bare(words, subject));
  const asked = askedFor(sentence, subject, surroundings);
  const isNamed = hasName(words, subject) || !/^(?:phrase|term)$/.test(asked.type);
  const isTold = isNamed || (words[subject.from]?.text.toLowerCase() === 'the' && hasName(words, rest));
  if (!isTold || wordCount(text) > SUBJECT_WORDS_MAX || words[subject.from]?.pos === 'PRON') return [];
  if (words.slice(subject.from, subject.to).some(({ pos }) => pos === 'CCONJ')) return [];
  const office = officeIn(sentence, subject);
  const name = asked.type === 'person' ? nameAtEnd(sentence, subject) : undefined;
  const answer = office?.name ?? name ?? bare(words, subject);
  const wh = office === undefined ? asked.subject : `which ${textOf(sentence, office.office)}`;
  const stands = surroundings.standingOf(sentence);
  const isKnown = asked.subject !== 'what';
  return foundFact(
    {
      reason: 'action',
      answers: [answer],
      answerType: asked.type,
      confidence: isKnown ? 0.95 : isNamed ? 0.8 : 0.7,
      forms: [
        shortForm(
          {
            id: isKnown ? 'who' : 'what',
            asked:
              thatQuestion(wh, sentence, clause) ?? whQuestion(wh, subject, sentence, surroundings, clause),
            answer: textOf(sentence, answer),
            confidence: isKnown ? 0.85 : 0.65,
          },
          stands,
        ),
        isKnown
          ? clozeForm('who-cloze', [{ span: answer, shows: asked.shows }], sentence, surroundings, 0.6)
          : undefined,
      ],
    },
    sentence,
    surroundings,
  );
}

/** "discovered that fermentation is caused by organisms": what was found out belongs to the question. */
function thatQuestion(wh: string, sentence: Sentence, { verb, rest }: Clause): WhQuestion | undefined {
  const { words } = sentence;
  if (words[rest.to]?.text !== 'that') return undefined;
  const mark = words.findIndex(({ text }, at) => at > rest.to && /^[,.;:()–—!?]$/.test(text));
  const told = textOf(sentence, { from: verb.from, to: mark < 0 ? words.length : mark });
  const isLong = wordCount(told) > THAT_WORDS_MAX;
  return isLong ? undefined : { prompt: capitalised(`${wh} ${told}?`), fluency: 1 };
}

function objectFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const { rest, subject } = clause;
  if (isPassive(sentence, clause)) return [];
  const isGiven = /^(?:us|you|them|him|her|it)$/.test(words[rest.from]?.text ?? '');
  const start = isGiven && words[rest.from + 1]?.pos === 'DET' ? rest.from + 1 : rest.from;
  const whole = phraseAt(words, start, rest.to);
  if (whole === undefined || words[start]?.pos === 'PRON' || isListed(sentence, whole)) return [];
  const short =
    wordCount(textOf(sentence, bare(words, whole))) <= OBJECT_WORDS_MAX
      ? whole
      : phraseAt(words, start, firstOf(sentence, whole));
  if (short === undefined || isEmpty(sentence, short) || isSuperlative(sentence, whole)) return [];
  const answer = bare(words, short);
  const asked = askedFor(sentence, short, surroundings);
  const isTold = hasName(words, subject) || hasName(words, whole);
  const isPlain = answer.to - answer.from === 1 && !hasName(words, answer);
  const forms: (FormDraft | undefined)[] = [
    short.to === whole.to
      ? shortForm(
          {
            id: 'what',
            asked: whQuestion(asked.object, withBracket(words, whole), sentence, surroundings, clause),
            answer: textOf(sentence, answer),
            confidence: isTold ? 0.78 : 0.68,
          },
          surroundings.standingOf(sentence),
        )
      : undefined,
    clozeForm('what-cloze', [{ span: answer, shows: asked.shows }], sentence, surroundings, 0.6),
  ];
  return foundFact(
    {
      reason: 'action',
      answers: [answer],
      answerType: asked.type,
      confidence: (isTold ? 0.9 : 0.75) * (isPlain ? 0.75 : 1),
      forms,
    },
    sentence,
    surroundings,
  );
}

/** Where the first part of "the military support of the alliance" ends. */
function firstOf({ words }: Sentence, { from, to }: Span): number {
  const of = words.findIndex(({ text }, at) => at > from && at < to && text === 'of');
  return of < 0 ? to : of;
}

/** Whether more of the same follows, so that one thing is not the answer. */
function isListed({ words }: Sentence, { to }: Span): boolean {
  return (
    words[to]?.pos === 'CCONJ' ||
    (words[to]?.text === ',' && words.slice(to, to + 8).some(({ pos }) => pos === 'CCONJ'))
  );
}

/** "the largest laboratory in the world" is not whole without its "in". */
function isSuperlative({ words }: Sentence, { from, to }: Span): boolean {
  return words
    .slice(from, to)
    .some(
      ({ text, pos }) => (pos === 'ADJ' && text.endsWith('est')) || /^(?:most|least|first|only)$/.test(text),
    );
}

const EMPTY =
  /^(?:way|part|thing|one|lot|number|place|role|use|fact|kind|sort|time|day|year|month|week|hour|amount|step|link|thousands?|millions?|billions?|tens?|most|many|some|more|itself|themselves|himself|herself)s?$/i;

function isEmpty({ words }: Sentence, span: Span): boolean {
  const head = headOf(words, span);
  return (
    head === undefined ||
    EMPTY.test(head.text) ||
    head.pos === 'NUM' ||
    words
      .slice(span.from, span.to)
      .some(
        ({ pos, text }) =>
          pos === 'NUM' ||
          /^(?:this|these|that|those|its|his|her|their|each|every|all|both|some|any|no|other)$/i.test(text),
      )
  );
}

const ASKED_PLACE: Readonly<Record<string, string>> = {
  in: 'where',
  at: 'where',
  near: 'near which',
  from: 'from which',
  through: 'through which',
  to: 'to which',
  into: 'into which',
};

/** Places by name after the verb: "Where did X found Y?". */
function placeFacts(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const { rest, subject } = clause;
  if (!hasName(words, subject) && !hasName(words, rest)) return [];
  return words.slice(rest.from, rest.to).flatMap((word, number) => {
    const at = rest.from + number;
    const wh = ASKED_PLACE[word.text];
    const place = phraseAt(words, at + 1, rest.to);
    if (
      word.pos !== 'ADP' ||
      wh === undefined ||
      place === undefined ||
      !hasName(words, place) ||
      isListed(sentence, place)
    )
      return [];
    const asked = askedFor(sentence, place, surroundings);
    const isPlace =
      asked.type === 'place' || (asked.type === 'organisation' && /^(?:in|at)$/.test(word.text));
    if (!isPlace || wordCount(textOf(sentence, place)) > OBJECT_WORDS_MAX) return [];
    const noun = asked.subject === 'which country' ? 'country' : 'place';
    const answer = bare(words, place);
    return foundFact(
      {
        reason: 'action',
        answers: [answer],
        answerType: asked.type,
        confidence: 0.9,
        forms: [
          shortForm(
            {
              id: 'where',
              asked: whQuestion(
                wh === 'where' ? wh : `${wh} ${noun}`,
                { from: at, to: place.to },
                sentence,
                surroundings,
              ),
              answer: textOf(sentence, answer),
              confidence: 0.82,
            },
            surroundings.standingOf(sentence),
          ),
          clozeForm('where-cloze', [{ span: answer, shows: asked.shows }], sentence, surroundings, 0.6),
        ],
      },
      sentence,
      surroundings,
    );
  });
}

/** "by putting …": "How did …?". */
function meansFact(sentence: Sentence, surroundings: Surroundings, { rest }: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const by = words.findIndex(
    ({ text }, at) =>
      at >= rest.from &&
      at < rest.to &&
      text === 'by' &&
      words[at + 1]?.text.endsWith('ing') === true &&
      words[at + 1]?.pos === 'VERB',
  );
  if (by < 0) return [];
  const answer = { from: by + 1, to: rest.to };
  const key = phraseAt(words, by + 2, rest.to);
  const stands = surroundings.standingOf(sentence);
  const asked = whQuestion('how', { from: by, to: rest.to }, sentence, surroundings);
  return foundFact(
    {
      reason: 'action',
      answers: [answer],
      answerType: 'phrase',
      confidence: 0.9,
      forms: [
        shortForm({ id: 'how', asked, answer: textOf(sentence, answer), confidence: 0.8 }, stands),
        key === undefined
          ? undefined
          : clozeForm(
              'how-cloze',
              [{ span: bare(words, key), shows: 'phrase' }],
              sentence,
              surroundings,
              0.6,
            ),
      ],
    },
    sentence,
    surroundings,
  );
}
