import { clausesOf } from '../clause/clause.ts';
import { isWithin, textOf, type Span } from '../clause/span.ts';
import type { TimePhrase } from '../clause/timePhrase.ts';
import type { FormDraft, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { attributed } from './accordingTo.ts';
import { clozeForm } from './clozeForm.ts';
import { clarity } from './shortForm.ts';
import { eventBefore } from './eventOfYear.ts';
import { whQuestion, type WhQuestion } from './whQuestion.ts';

const ASKED: Readonly<Record<TimePhrase['precision'], string>> = {
  day: 'which date',
  month: 'which month and year',
  year: 'which year',
  decade: 'which decade',
  century: 'which century',
};
const FRONTED = /^(?:in|on|since|until|till|by|before|after|around|about|during|from)$/;

/** The questions that ask for a time: a short one and a cloze. */
export function timeForms(
  time: TimePhrase,
  sentence: Sentence,
  surroundings: Surroundings,
): readonly (FormDraft | undefined)[] {
  const { precision, span } = time;
  const accept = precision === 'decade' || precision === 'century' ? otherForms(textOf(sentence, span)) : [];
  return [
    shortForm(time, sentence, surroundings),
    clozeForm(
      `${precision}-cloze`,
      [{ span, shows: precision === 'day' ? 'date' : precision, accept }],
      sentence,
      surroundings,
      0.7,
    ),
  ];
}

function shortForm(time: TimePhrase, sentence: Sentence, surroundings: Surroundings): FormDraft | undefined {
  const { precision, span, iso } = time;
  const made = timeQuestion(time, sentence, surroundings);
  if (made === undefined) return undefined;
  const text = textOf(sentence, span);
  return {
    id: precision === 'day' ? 'date' : precision,
    confidence: 0.95 * made.fluency * clarity(made.prompt),
    question: {
      kind: 'short',
      prompt: attributed(surroundings.standingOf(sentence), made.prompt),
      expects: iso === undefined ? 'text' : 'date',
      answer: iso ?? text,
      accept: [...(iso === undefined ? otherForms(text) : [])],
      reject: [],
      allow: [],
    },
  };
}

function timeQuestion(
  time: TimePhrase,
  sentence: Sentence,
  surroundings: Surroundings,
): WhQuestion | undefined {
  const { precision, whole, preposition } = time;
  const event = preposition === 'of' && precision === 'year' ? eventBefore(whole, sentence) : undefined;
  if (event !== undefined) return { prompt: event.prompt, fluency: 0.95 };
  if (!FRONTED.test(preposition)) return undefined;
  if (isSaidOfBeing(whole, sentence)) return undefined;
  const wh = `${preposition === 'about' ? 'around' : preposition} ${ASKED[precision]}`;
  return whQuestion(wh, whole, sentence, surroundings);
}

/** "The first spacecraft was the probe X in 1959" makes no question with "when". */
function isSaidOfBeing(time: Span, sentence: Sentence): boolean {
  const { words } = sentence;
  const clause = clausesOf(sentence).find(({ rest }) => isWithin(time, rest));
  if (
    clause === undefined ||
    clause.verb.main !== clause.verb.first ||
    words[clause.verb.main]?.lemma !== 'be'
  )
    return false;
  return words
    .slice(clause.rest.from, time.from)
    .some(({ pos, text }) => pos === 'DET' && /^the$/i.test(text));
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** "17th century" for "seventeenth century", and the other way round; "90s" for "1990s". */
function otherForms(text: string): readonly string[] {
  const [rank = '', ...rest] = text.split(' ');
  const decade = /^\d\d(\d0)['’]?s$/.exec(text)?.[1];
  if (decade !== undefined) return [`${decade}s`];
  const number = Number.parseInt(rank, 10);
  const word = ORDINALS[number - 1];
  if (word !== undefined) return [[word, ...rest].join(' ')];
  const at = ORDINALS.indexOf(rank.toLowerCase());
  return at < 0 ? [] : [[`${at + 1}${suffix(at + 1)}`, ...rest].join(' ')];
}

function suffix(number: number): string {
  return number > 3 ? 'th' : (['st', 'nd', 'rd'][number - 1] ?? 'th');
}
