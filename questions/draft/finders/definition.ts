import { askedFor } from '../asking/askedFor.ts';
import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { shortForm } from '../asking/shortForm.ts';
import { whQuestion } from '../asking/whQuestion.ts';
import { resolved } from '../clause/antecedent.ts';
import { clausesOf, type Clause } from '../clause/clause.ts';
import { capitalised, midSentence } from '../clause/midSentence.ts';
import { bare, hasName, headOf, phraseAt, shownAs } from '../clause/phrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { Finder, FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { appositionsIn } from './apposition.ts';
import { namingFacts } from './naming.ts';

const ANSWER_WORDS_MAX = 6;
const TERM_WORDS_MAX = 5;
const MEANING_WORDS_MAX = 20;
const MEANING_WORDS_MIN = 3;

/** What something is, or what it is called: "What is X?" where that is short, else "What is the name for …?". */
export const definition: Finder = (sentence, surroundings) => [
  ...clausesOf(sentence).flatMap((clause) => [
    ...isFact(sentence, surroundings, clause),
    ...calledFact(sentence, surroundings, clause),
    ...meansFact(sentence, surroundings, clause),
  ]),
  ...namingFacts(sentence, surroundings),
  ...appositionsIn(sentence).flatMap(({ name, is }) => apposedFact(sentence, surroundings, name, is)),
];

/** "X is a Y that …". */
function isFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const { subject, verb, rest } = clause;
  const be = words[verb.main]?.text ?? '';
  if (!/^(?:is|are|was|were)$/.test(be) || verb.isNegated || rest.to <= rest.from) return [];
  const start = pastAsides(sentence, rest);
  const article = words[start]?.text.toLowerCase() ?? '';
  const isMany = /^(?:are|were)$/.test(be);
  const isMass = words[start]?.pos === 'NOUN' && /^(?:that|which)$/.test(words[start + 1]?.text ?? '');
  if (
    !isMass &&
    !/^(?:an?|the)$/.test(article) &&
    !(isMany && /^(?:NOUN|ADJ)$/.test(words[start]?.pos ?? ''))
  )
    return [];
  const meaning = { from: start, to: meaningEnd(sentence, rest.to) };
  const kind = phraseAt(words, start, meaning.to);
  const head = kind === undefined ? undefined : headOf(words, kind);
  if (kind === undefined || head === undefined || EMPTY.test(head.text)) return [];
  if (
    isAim(sentence, subject) ||
    words.slice(kind.from, kind.to).some(({ text }) => /^(?:most|more|less|\p{L}+est)$/u.test(text))
  )
    return [];
  return definedFact(sentence, surroundings, clause, { term: subject, kind, meaning, isMany });
}

/** What says nothing about what a thing is. */
const EMPTY =
  /^(?:way|thing|lot|part|case|fact|point|reason|result|example|problem|question|time|matter|one|aim|purpose|goal|cause|sign|idea|number|kind|sort|type|choice|winner|day|year|need|lack|shortage|man|person|end|beginning)s?$/i;

function isAim({ words }: Sentence, { from, to }: Span): boolean {
  return words.slice(from, to).some(({ text }) => EMPTY.test(text));
}

function pastAsides({ words }: Sentence, { from, to }: Span): number {
  let at = from;
  while (at < to && words[at]?.pos === 'ADV') at += 1;
  return at;
}

/** A definition goes on after "that" and "which", to the next mark. */
function meaningEnd({ words }: Sentence, from: number): number {
  if (!/^(?:that|which|who|where|whose)$/.test(words[from]?.text ?? '')) return from;
  const end = words.findIndex(
    ({ text, pos }, at) => at > from && (/^[,.;:()–—!?]$/.test(text) || pos === 'SCONJ'),
  );
  return end < 0 ? words.length : end;
}

interface Defined {
  readonly term: Span;
  /** "a security alliance". */
  readonly kind: Span;
  /** "a security alliance that six states founded". */
  readonly meaning: Span;
  readonly isMany: boolean;
}

function definedFact(
  sentence: Sentence,
  surroundings: Surroundings,
  clause: Clause,
  { term, kind, meaning, isMany }: Defined,
): readonly FoundFact[] {
  const { words } = sentence;
  const { swaps, dangling } = resolved(sentence, surroundings);
  if (
    dangling.has(term.from) ||
    /^(?:what|how|why|who|which)$/i.test(words[term.from]?.text ?? '') ||
    (words[term.from]?.pos === 'DET' && /^(?:this|these|that|those)$/i.test(words[term.from]?.text ?? ''))
  )
    return [];
  const stands = surroundings.standingOf(sentence);
  const termText = midSentence(sentence, bare(words, term), surroundings.document, swaps).replace(
    /^the /,
    '',
  );
  const said = textOf(sentence, meaning);
  const isShort = wordCount(textOf(sentence, bare(words, meaning))) <= ANSWER_WORDS_MAX;
  const isPerson = askedFor(sentence, term, surroundings).type === 'person';
  const key = bare(words, kind);
  const what = isPerson
    ? undefined
    : whQuestion(
        'what',
        { from: meaning.from, to: meaning.to > clause.rest.to ? clause.rest.to : meaning.to },
        sentence,
        surroundings,
        clause,
      );
  const facts = foundFact(
    {
      reason: 'definition',
      answers: [key],
      answerType: 'phrase',
      confidence: 0.92,
      forms: [
        isShort && wordCount(textOf(sentence, key)) > 1
          ? shortForm(
              { id: 'what', asked: what, answer: textOf(sentence, bare(words, meaning)), confidence: 0.72 },
              stands,
            )
          : undefined,
        swaps.has(term.from) || key.to - key.from === 1
          ? undefined
          : clozeForm(
              'kind-cloze',
              [{ span: key, shows: shownAs(words, key) }],
              sentence,
              surroundings,
              0.62,
            ),
      ],
    },
    sentence,
    surroundings,
  );
  if (swaps.has(term.from) || wordCount(termText) > TERM_WORDS_MAX) return facts;
  return [...facts, ...termFact(sentence, surroundings, bare(words, term), said, isMany)];
}

/** The term is asked for by its meaning. */
function termFact(
  sentence: Sentence,
  surroundings: Surroundings,
  term: Span,
  said: string,
  isMany: boolean,
): readonly FoundFact[] {
  const { words } = sentence;
  const count = wordCount(said);
  if (count < MEANING_WORDS_MIN || count > MEANING_WORDS_MAX || words[term.from]?.pos === 'PRON') return [];
  const asked = askedFor(sentence, term, surroundings);
  const isNamed = hasName(words, term) || /^(?:person|place|organisation)$/.test(asked.type);
  return foundFact(
    {
      reason: 'definition',
      answers: [term],
      answerType: isNamed ? (asked.type === 'phrase' ? 'term' : asked.type) : 'term',
      confidence: 0.92,
      forms: [
        shortForm(
          {
            id: 'term',
            asked: { prompt: termPrompt(asked.type, said, isNamed, isMany), fluency: count > 14 ? 0.9 : 1 },
            answer: textOf(sentence, term),
            confidence: count >= 5 ? 0.85 : 0.6,
          },
          surroundings.standingOf(sentence),
        ),
        clozeForm(
          'term-cloze',
          [{ span: term, shows: isNamed ? asked.shows : 'term' }],
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

function termPrompt(type: string, said: string, isNamed: boolean, isMany: boolean): string {
  const defined = /^(?:the|an?) /.test(said);
  if (type === 'person') return `Who ${isMany ? 'were' : 'was'} ${said}?`;
  if (isNamed && said.startsWith('the ')) return `What is ${said}?`;
  const one = said.replace(/^an? /, '');
  if (isNamed && defined) return `What is the name of the ${one}?`;
  return `What is the name for ${said}?`;
}

const CALLING = /^(?:call|name|know|term|refer|dub|nickname)$/;

/** "S is called X", "S is known as X". */
function calledFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const { verb, rest, subject } = clause;
  const main = words[verb.main];
  const isPassive =
    /^(?:is|are|was|were|been|be)$/.test(words[verb.main - 1]?.text ?? '') ||
    words[verb.main - 1]?.pos === 'ADV';
  if (main === undefined || !CALLING.test(main.lemma) || !isPassive || verb.main === verb.first) return [];
  let start = rest.from;
  while (/^(?:to|as)$/.test(words[start]?.text ?? '')) start += 1;
  if (/^(?:know|refer)$/.test(main.lemma) && start === rest.from) return [];
  const name = phraseAt(words, start, rest.to);
  if (
    name === undefined ||
    words[subject.from]?.pos === 'PRON' ||
    wordCount(textOf(sentence, name)) > ANSWER_WORDS_MAX
  )
    return [];
  const answer = bare(words, name);
  const asked = whQuestion('what', name, sentence, surroundings, clause);
  return foundFact(
    {
      reason: 'definition',
      answers: [answer],
      answerType: 'term',
      confidence: 0.95,
      forms: [
        shortForm(
          { id: 'called', asked, answer: textOf(sentence, answer), confidence: 0.88 },
          surroundings.standingOf(sentence),
        ),
        clozeForm('called-cloze', [{ span: answer, shows: 'name' }], sentence, surroundings, 0.65),
      ],
    },
    sentence,
    surroundings,
  );
}

/** "X means Y", "X consists of Y", "X refers to Y". */
function meansFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const { verb, rest, subject } = clause;
  const lemma = words[verb.main]?.lemma ?? '';
  const next = words[rest.from]?.text ?? '';
  const isMeaning =
    lemma === 'mean' ||
    (lemma === 'refer' && next === 'to') ||
    (lemma === 'consist' && next === 'of') ||
    lemma === 'comprise';
  if (!isMeaning || verb.isNegated || words[subject.from]?.pos === 'PRON' || verb.main > verb.first)
    return [];
  const start = /^(?:to|of)$/.test(next) ? rest.from + 1 : rest.from;
  const what = phraseAt(words, start, rest.to);
  if (what === undefined || words[what.to]?.pos === 'CCONJ' || words[what.to]?.text === ',') return [];
  const answer = bare(words, what);
  return foundFact(
    {
      reason: 'definition',
      answers: [answer],
      answerType: 'phrase',
      confidence: 0.92,
      forms: [
        shortForm(
          {
            id: 'what',
            asked: whQuestion('what', what, sentence, surroundings, clause),
            answer: textOf(sentence, answer),
            confidence: 0.78,
          },
          surroundings.standingOf(sentence),
        ),
        clozeForm(
          'what-cloze',
          [{ span: answer, shows: shownAs(words, answer) }],
          sentence,
          surroundings,
          0.62,
        ),
      ],
    },
    sentence,
    surroundings,
  );
}

/** "X, a Y that …,": the name is asked for by what it is. */
function apposedFact(
  sentence: Sentence,
  surroundings: Surroundings,
  name: Span,
  is: Span,
): readonly FoundFact[] {
  const { words } = sentence;
  if (!/^an?$/.test(words[is.from]?.text ?? '') || wordCount(textOf(sentence, is)) < 3) return [];
  const clause = clausesOf(sentence).find(
    ({ subject, verb }) => subject.from <= name.from && name.to <= verb.from,
  );
  const isSubject = clause !== undefined && clause.subject.from === name.from;
  if (!isSubject && wordCount(textOf(sentence, is)) < 6) return [];
  const kind = phraseAt(words, is.from, is.to);
  if (kind === undefined || (clause !== undefined && words[clause.rest.to]?.text === 'that')) return [];
  const asked = isSubject
    ? whQuestion(
        `which ${textOf(sentence, bare(words, kind))}`,
        { from: name.from, to: clause.subject.to },
        sentence,
        surroundings,
        clause,
      )
    : { prompt: capitalised(`what is the name of the ${textOf(sentence, bare(words, is))}?`), fluency: 0.8 };
  const type = askedFor(sentence, name, surroundings).type;
  return foundFact(
    {
      reason: 'definition',
      answers: [name],
      answerType: type === 'phrase' ? 'term' : type,
      confidence: 0.92,
      forms: [
        shortForm(
          { id: 'which', asked, answer: textOf(sentence, name), confidence: 0.85 },
          surroundings.standingOf(sentence),
        ),
      ],
    },
    sentence,
    surroundings,
  );
}
