import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { shortForm } from '../asking/shortForm.ts';
import { whQuestion, type WhQuestion } from '../asking/whQuestion.ts';
import { clausesOf, type Clause } from '../clause/clause.ts';
import { capitalised, midSentence } from '../clause/midSentence.ts';
import { bare, phraseAt, phraseOrDeedAt, shownAs } from '../clause/phrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { Finder, FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { causePhraseIn } from './causePhrase.ts';
import { conditionFacts } from './condition.ts';

const SHORT_WORDS = 7;
const CAUSE_WORDS_MAX = 9;
/** Verbs that name an effect after themselves, with the preposition that they take. */
const EFFECTING: Readonly<Record<string, string>> = {
  lead: 'to',
  result: 'in',
  contribute: 'to',
  cause: '',
  trigger: '',
  provoke: '',
  prompt: '',
  spark: '',
};

/** Why something is so, and what came of it: "Why …?", "What led to …?". */
export const cause: Finder = (sentence, surroundings) => {
  const clauses = clausesOf(sentence);
  return [
    ...conditionFacts(sentence, surroundings),
    ...clauses.flatMap((clause, at) => becauseFact(sentence, surroundings, clauses, clause, at)),
    ...clauses.flatMap((clause) => [
      ...phraseFact(sentence, surroundings, clause),
      ...effectFacts(sentence, surroundings, clause),
      ...causedByFact(sentence, surroundings, clause),
    ]),
  ];
};

/** "MAIN because CLAUSE", "Since CLAUSE, MAIN", "CLAUSE, so MAIN". */
function becauseFact(
  sentence: Sentence,
  surroundings: Surroundings,
  clauses: readonly Clause[],
  clause: Clause,
  at: number,
): readonly FoundFact[] {
  const { words } = sentence;
  const marker = clause.marker ?? words[clause.subject.from - 1]?.text.toLowerCase() ?? '';
  const opener = clause.subject.from - 1;
  const [before, after] = [clauses[at - 1], clauses[at + 1]];
  const isFirst = words
    .slice(0, Math.max(0, opener))
    .every(({ pos }) => pos === 'PUNCT' || pos === 'ADV' || pos === 'CCONJ');
  if (
    marker === 'because' ||
    (marker === 'since' && (isFirst || words[opener - 1]?.text === ',') && isPresent(sentence, clause))
  )
    return whyFact(sentence, surroundings, isFirst ? after : before, whole(clause));
  const reason = clauses.find(
    (other) => other.subject.from === clause.subject.from && other.verb.from < clause.verb.from,
  );
  if (reason !== undefined && thereforeIn(sentence, clause))
    return whyFact(sentence, surroundings, clause, {
      from: reason.verb.from,
      to: Math.min(reason.rest.to, clause.verb.from - 1),
    });
  const isSo = marker === 'so' && words[opener - 1]?.text === ',' && before !== undefined;
  return isSo ? whyFact(sentence, surroundings, clause, whole(before)) : [];
}

/** "…, and therefore always shows": what stands before it in the sentence is the reason. */
function thereforeIn({ words }: Sentence, { verb, subject }: Clause): boolean {
  const start = Math.min(verb.from, Math.max(subject.to, verb.from - 3));
  return words
    .slice(start, verb.main)
    .some(({ text }) => /^(?:therefore|thus|hence|consequently)$/i.test(text));
}

function whole({ subject, rest }: Clause): Span {
  return { from: subject.from, to: rest.to };
}

/** "Since 1990 …" and "since it began" tell a time; a reason stands in the present, or with "be" or "have". */
function isPresent({ words }: Sentence, { verb }: Clause): boolean {
  const first = words[verb.first];
  if (/^(?:want|need|know|fear|hope|believe|lack)$/.test(words[verb.main]?.lemma ?? '')) return true;
  return (
    first?.pos === 'AUX' || first?.text.toLowerCase() === first?.lemma || first?.text.endsWith('s') === true
  );
}

function whyFact(
  sentence: Sentence,
  surroundings: Surroundings,
  effect: Clause | undefined,
  reason: Span,
): readonly FoundFact[] {
  const { words } = sentence;
  const key = keyOf(sentence, reason);
  return foundFact(
    {
      reason: 'cause',
      answers: [reason],
      answerType: 'phrase',
      confidence: 0.95,
      forms: [
        shortForm(
          {
            id: 'why',
            asked:
              effect === undefined
                ? undefined
                : whQuestion(
                    'why',
                    { from: effect.rest.to, to: effect.rest.to },
                    sentence,
                    surroundings,
                    effect,
                  ),
            answer: textOf(sentence, reason),
            confidence: wordCount(textOf(sentence, reason)) <= SHORT_WORDS ? 0.9 : 0.75,
          },
          surroundings.standingOf(sentence),
        ),
        key === undefined
          ? undefined
          : clozeForm('why-cloze', [{ span: key, shows: shownAs(words, key) }], sentence, surroundings, 0.72),
      ],
    },
    sentence,
    surroundings,
  );
}

/** The words that carry a reason: what follows its verb. */
function keyOf(sentence: Sentence, reason: Span): Span | undefined {
  const { words } = sentence;
  const clause = clausesOf(sentence).find(({ subject }) => subject.from === reason.from);
  if (clause === undefined) return undefined;
  let start = clause.rest.from;
  while (start < clause.rest.to && /^(?:ADP|ADV)$/.test(words[start]?.pos ?? '')) start += 1;
  const key =
    phraseAt(words, start, clause.rest.to) ??
    (words[start]?.pos === 'ADJ' ? { from: start, to: start + 1 } : undefined);
  const isOwned = key !== undefined && key.to - key.from > 1;
  if (key === undefined || (words[key.from]?.pos === 'PRON' && !isOwned) || key.to - key.from > 7)
    return undefined;
  return bare(words, key);
}

/** "because of", "due to", "thanks to" and what follows. */
function phraseFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const found = causePhraseIn(sentence, clause.rest) ?? causePhraseIn(sentence, clause.lead);
  if (found === undefined) return [];
  const answer = bare(words, found.reason);
  return foundFact(
    {
      reason: 'cause',
      answers: [answer],
      answerType: 'phrase',
      confidence: 0.95,
      forms: [
        shortForm(
          {
            id: 'why',
            asked: whQuestion('why', { from: found.from, to: found.reason.to }, sentence, surroundings),
            answer: textOf(sentence, answer),
            confidence: 0.85,
          },
          surroundings.standingOf(sentence),
        ),
        clozeForm('why-cloze', [{ span: answer, shows: 'cause' }], sentence, surroundings, 0.65),
      ],
    },
    sentence,
    surroundings,
  );
}

/** "The drought led to a famine": asked from both ends. */
function effectFacts(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const { subject, verb, rest } = clause;
  const preposition = EFFECTING[words[verb.main]?.lemma ?? ''];
  if (preposition === undefined || verb.isNegated || words[subject.from]?.pos === 'PRON') return [];
  if (/^(?:is|are|was|were|be|been)$/.test(words[verb.main - 1]?.text ?? '')) return [];
  if (preposition !== '' && words[rest.from]?.text !== preposition) return [];
  const start = preposition === '' ? rest.from : rest.from + 1;
  const effect = phraseOrDeedAt(words, start, rest.to);
  if (effect === undefined || words[effect.to]?.pos === 'CCONJ') return [];
  const stands = surroundings.standingOf(sentence);
  const fact = (answer: Span, id: string, asked: WhQuestion | undefined): readonly FoundFact[] =>
    foundFact(
      {
        reason: 'cause',
        answers: [bare(words, answer)],
        answerType: 'phrase',
        confidence: 0.95,
        forms: [
          shortForm({ id, asked, answer: textOf(sentence, bare(words, answer)), confidence: 0.85 }, stands),
          clozeForm(`${id}-cloze`, [{ span: bare(words, answer), shows: id }], sentence, surroundings, 0.65),
        ],
      },
      sentence,
      surroundings,
    );
  return [
    ...fact(subject, 'cause', whQuestion('what', subject, sentence, surroundings, clause)),
    ...fact(effect, 'effect', whQuestion('what', effect, sentence, surroundings, clause)),
  ];
}

/** "The collapse was caused by rust": "What caused the collapse?". */
function causedByFact(sentence: Sentence, surroundings: Surroundings, clause: Clause): readonly FoundFact[] {
  const { words } = sentence;
  const { subject, verb, rest } = clause;
  const main = words[verb.main];
  const be = words[verb.main - 1]?.text ?? '';
  const start = words[rest.from]?.pos === 'ADV' ? rest.from + 1 : rest.from;
  if (
    !/^(?:cause|trigger|provoke|spark|produce|prompt)$/.test(main?.lemma ?? '') ||
    words[start]?.text !== 'by'
  )
    return [];
  const by = phraseAt(words, start + 1, rest.to);
  if (by === undefined || !/^(?:is|are|was|were)$/.test(be) || words[subject.from]?.pos === 'PRON') return [];
  const isToldMore = words[by.to]?.lemma === 'that' && rest.to - by.from <= CAUSE_WORDS_MAX;
  const doer = bare(words, isToldMore ? { from: by.from, to: rest.to } : by);
  const verbText = /^(?:was|were)$/.test(be) ? (main?.text ?? '') : `${main?.lemma ?? ''}s`;
  const prompt = capitalised(`what ${verbText} ${midSentence(sentence, subject, surroundings.document)}?`);
  return foundFact(
    {
      reason: 'cause',
      answers: [doer],
      answerType: 'phrase',
      confidence: 0.95,
      forms: [
        shortForm(
          { id: 'cause', asked: { prompt, fluency: 1 }, answer: textOf(sentence, doer), confidence: 0.88 },
          surroundings.standingOf(sentence),
        ),
        clozeForm('cause-cloze', [{ span: doer, shows: 'cause' }], sentence, surroundings, 0.65),
      ],
    },
    sentence,
    surroundings,
  );
}
