import { attributed } from '../asking/accordingTo.ts';
import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { clarity } from '../asking/shortForm.ts';
import { whQuestion } from '../asking/whQuestion.ts';
import { amountsOf, type Amount } from '../clause/amount.ts';
import { coordinatedEnd } from '../clause/nounPhrase.ts';
import { clausesOf } from '../clause/clause.ts';
import { isWithin, textOf, type Span } from '../clause/span.ts';
import type { Finder, FormDraft, FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { dimensionQuestion } from './dimension.ts';
import { durationsIn } from './duration.ts';
import { rangesIn } from './range.ts';
import { roundNumbersIn } from './roundNumber.ts';

/** Numbers with what they count or measure: "about 4 thousand soldiers", "71 % of the surface", "tens of billions of dollars". */
export const quantity: Finder = (sentence, surroundings) => [
  ...amountsOf(sentence).flatMap((amount) => amountFact(amount, sentence, surroundings)),
  ...roundNumbersIn(sentence, surroundings),
  ...durationsIn(sentence, surroundings),
  ...rangesIn(sentence, surroundings),
];

function amountFact(amount: Amount, sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { number, kind, value } = amount;
  const other = kind === 'share' || Number.isNaN(value) ? [] : [String(value)];
  return foundFact(
    {
      reason: 'quantity',
      answers: [number],
      answerType: 'number',
      confidence: value < 3 && kind === 'count' ? 0.75 : 0.9,
      forms: [
        numberForm(amount, sentence, surroundings) ?? fractionForm(amount, sentence, surroundings),
        clozeForm(
          'amount-cloze',
          [{ span: number, shows: kind === 'money' ? 'amount' : 'number', accept: other }],
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

/** "How many soldiers …?", "What percentage of …?"; a part that makes no round percentage is asked as a cloze alone. */
function numberForm(amount: Amount, sentence: Sentence, surroundings: Surroundings): FormDraft | undefined {
  const { value, unit } = amount;
  if (!isRound(amount)) return undefined;
  const asked = whAndGap(amount, sentence);
  const made =
    dimensionQuestion(amount, sentence, surroundings) ??
    (asked && whQuestion(asked.wh, asked.gap, sentence, surroundings));
  if (made === undefined) return undefined;
  const prompt = attributed(surroundings.standingOf(sentence), withBound(amount, made.prompt));
  return {
    id: 'how-many',
    confidence: 0.92 * made.fluency * clarity(made.prompt),
    question: { kind: 'number', prompt, answer: value, unit, allow: [] },
  };
}

/** "a third" is no round percentage. */
function isRound({ kind, value }: Amount): boolean {
  return kind !== 'share' || Number.isInteger(value * 10);
}

/** "What fraction of …?", answered in words. */
function fractionForm(amount: Amount, sentence: Sentence, surroundings: Surroundings): FormDraft | undefined {
  const asked = isRound(amount) ? undefined : whAndGap(amount, sentence);
  const made = asked && whQuestion(asked.wh, asked.gap, sentence, surroundings);
  if (made === undefined) return undefined;
  const answer = textOf(sentence, amount.number);
  const one = answer.replace(/^an?\s/, 'one ');
  return {
    id: 'fraction',
    confidence: 0.85 * made.fluency,
    question: {
      kind: 'short',
      prompt: attributed(surroundings.standingOf(sentence), made.prompt),
      expects: 'text',
      answer,
      accept: one === answer ? [] : [one],
      reject: [],
      allow: [],
    },
  };
}

/** Said after the question, or not at all. */
const PLAIN_HEDGES = /^(?:|only|exactly|up to|at least|at most)$/;
const SPOKEN: Readonly<Record<string, string>> = {
  'an estimated': 'about',
  almost: 'about',
  nearly: 'about',
  some: 'about',
  over: 'more than',
};

/** "How many pages could the press print at most?" */
function withBound({ hedge }: Amount, prompt: string): string {
  const bound = hedge === 'up to' ? 'at most' : hedge;
  return /^at (?:most|least)$/.test(bound) ? `${prompt.slice(0, -1)} ${bound}?` : prompt;
}

const FRONTED =
  /^(?:by|for|in|into|from|at|to|on|with|within|over|across|through|after|before|during|up to)$/i;

interface Asked {
  readonly wh: string;
  readonly gap: Span;
}

function whAndGap(amount: Amount, sentence: Sentence): Asked | undefined {
  const { words } = sentence;
  const { whole, number, kind, hedge, counted } = amount;
  const isSubject = clausesOf(sentence).some(
    ({ subject }) => subject.from === whole.from && isWithin(whole, subject),
  );
  const how = kind === 'share' ? (isRound(amount) ? 'what percentage' : 'what fraction') : 'how many';
  const hedged = PLAIN_HEDGES.test(hedge) ? how : `${SPOKEN[hedge] ?? hedge} ${how}`;
  if (isSubject)
    return { wh: hedged, gap: { from: whole.from, to: kind === 'count' ? number.to : whole.to } };
  const before = words[whole.from - 1];
  if (before?.pos === 'ADP' && !FRONTED.test(before.text)) return undefined;
  if (/^(?:than|as|of|every|each|another|other)$/i.test(before?.text ?? '')) return undefined;
  if (kind === 'share' && words[whole.to]?.pos === 'NOUN') return undefined;
  const isFronted = before?.pos === 'ADP' || before?.text === 'to';
  const end = shareEnd(sentence, whole.to);
  const of = textOf(sentence, { from: whole.to, to: end });
  const what = kind === 'share' ? of : [counted, of].filter((part) => part !== '').join(' ');
  const wh = [isFronted ? before.text.toLowerCase() : '', hedged, what]
    .filter((word) => word !== '')
    .join(' ');
  return { wh, gap: { from: isFronted ? whole.from - 1 : whole.from, to: end } };
}

/** "of the Earth’s surface", "of water": what a share or measure is taken of. */
function shareEnd({ words }: Sentence, at: number): number {
  let end = at;
  while (words[end]?.lemma === 'of') {
    const next = coordinatedEnd(words, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}
