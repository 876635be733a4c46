import { askedFor } from '../asking/askedFor.ts';
import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { givesAway, shortForm } from '../asking/shortForm.ts';
import type { WhQuestion } from '../asking/whQuestion.ts';
import { clausesOf, type Clause } from '../clause/clause.ts';
import { capitalised, midSentence } from '../clause/midSentence.ts';
import { bare, hasName, phraseAt, shownAs } from '../clause/phrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { Finder, FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { isReport } from '../standingCues.ts';

const SAID_WORDS_MAX = 18;
const WHO_WORDS_MAX = 6;

/** Who said what: "Who said that …?", "Of what did X speak?". */
export const attribution: Finder = (sentence, surroundings) =>
  clausesOf(sentence)
    .filter((clause) => isReport(sentence, clause))
    .slice(0, 1)
    .flatMap((clause) => [
      ...speakerFact(sentence, surroundings, clause),
      ...saidFact(sentence, surroundings, clause),
    ]);

/** What is said: after the verb, or the clause after "that". */
function saidIn(sentence: Sentence, { rest, verb }: Clause): Span {
  const { words } = sentence;
  if (words[rest.to]?.text !== 'that' || rest.to > rest.from) return rest;
  const next = clausesOf(sentence).find(({ subject }) => subject.from > verb.main);
  return next === undefined ? rest : { from: rest.to, to: next.rest.to };
}

function speakerFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const said = textOf(sentence, saidIn(sentence, clause));
  const speaker = clause.subject;
  if (said === '' || wordCount(said) > SAID_WORDS_MAX || wordCount(textOf(sentence, speaker)) > WHO_WORDS_MAX)
    return [];
  if (
    !hasName(words, speaker) &&
    words[speaker.from]?.text.toLowerCase() !== 'the' &&
    words[speaker.from]?.pos !== 'ADJ'
  )
    return [];
  const asked = askedFor(sentence, speaker, surroundings);
  const answer = bare(words, speaker);
  const prompt = `${capitalised(asked.subject === 'what' ? 'who' : asked.subject)} ${textOf(sentence, clause.verb)} ${said}?`;
  return foundFact(
    {
      reason: 'action',
      answers: [answer],
      answerType: asked.type === 'phrase' || asked.type === 'term' ? 'person' : asked.type,
      confidence: 0.9,
      forms: [
        shortForm(
          { id: 'who', asked: question(prompt), answer: textOf(sentence, answer), confidence: 0.85 },
          surroundings.standingOf(sentence),
        ),
      ].map((form) => (form === undefined ? form : unattributed(form, prompt))),
    },
    sentence,
    surroundings,
  );
}

/** Who said it is what is asked: the question cannot begin with it. */
function unattributed<Form extends { readonly question: { readonly kind: string } }>(
  form: Form,
  prompt: string,
): Form {
  return form.question.kind === 'short' ? { ...form, question: { ...form.question, prompt } } : form;
}

function saidFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const said = saidIn(sentence, clause);
  const start = /^(?:of|about)$/.test(words[said.from]?.text ?? '') ? said.from + 1 : said.from;
  const close =
    words[start]?.text === '(' ? words.findIndex(({ text }, at) => at > start && text === ')') : -1;
  const from = close < 0 ? start : close + 1;
  const key = keyIn(sentence, { from, to: said.to });
  if (
    key === undefined ||
    /^(?:this|that|these|those|it|one|one day|\p{L}+ (?:day|time|year)s?)$/iu.test(textOf(sentence, key)) ||
    words[clause.subject.from]?.pos === 'PRON'
  )
    return [];
  const stands = { standing: 'stated' as const };
  const main = words[clause.verb.main];
  const whole = textOf(sentence, { from, to: said.to });
  const subject = midSentence(sentence, clause.subject, surroundings.document);
  const of = from > said.from ? ` ${words[said.from]?.text ?? ''}` : '';
  const isThat = words[said.from]?.text === 'that';
  const prompt = `What did ${subject} ${main?.lemma ?? 'say'}${of}?`;
  const answer = from === said.from && !isThat && key.from > from ? '' : whole;
  return foundFact(
    {
      reason: 'action',
      answers: [key],
      answerType: 'phrase',
      confidence: 0.85,
      forms: [
        isThat || clause.verb.main > clause.verb.first
          ? undefined
          : shortForm(
              {
                id: 'said',
                asked: question(prompt),
                answer: textOf(sentence, bare(words, key)),
                accept: answer === '' ? [] : [answer].filter((text) => wordCount(text) <= 8),
                confidence: 0.75,
              },
              stands,
            ),
        givesAway(textOf(sentence, clause.subject), textOf(sentence, key))
          ? undefined
          : clozeForm(
              'said-cloze',
              [{ span: key, shows: shownAs(words, key) }],
              sentence,
              surroundings,
              0.65,
            ),
      ],
    },
    sentence,
    surroundings,
  );
}

/** The words that carry what is said: the last phrase after a verb in it, or the first. */
function keyIn({ words }: Sentence, { from, to }: Span): Span | undefined {
  let key: Span | undefined;
  for (let at = from; at < to; at += 1) {
    const isAfterVerb = at === from || words[at - 1]?.pos === 'VERB' || words[at - 1]?.pos === 'AUX';
    const phrase = isAfterVerb ? phraseAt(words, at, to) : undefined;
    if (phrase !== undefined) key = phrase;
  }
  const short = key ?? phraseAt(words, from, to);
  return short === undefined || short.to - short.from > 7
    ? undefined
    : bare(words, withoutQuotes(words, short));
}

function withoutQuotes(words: readonly { readonly text: string }[], { from, to }: Span): Span {
  const opens = /^[“"]$/.test(words[from]?.text ?? '') ? from + 1 : from;
  return { from: opens, to };
}

function question(prompt: string): WhQuestion {
  return { prompt: prompt.replace(/\s+/g, ' '), fluency: wordCount(prompt) > 20 ? 0.85 : 1 };
}
