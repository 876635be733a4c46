/** One case a kind: the same question to the eye under another key. */
import * as v from 'valibot';
import { blanksOf } from '../blank.ts';
import type { Question } from '../deck.ts';
import { allSentences } from '../document.ts';
import { formsOf } from '../glossary.ts';
import type { Answer, Asked } from '../kind.ts';
import { checkAnswer, viewOf } from '../kinds.ts';
import { StandingSchema } from '../standing.ts';
import { Line, type Distractor } from '../text.ts';
import { foldSpelling } from '../typed/fold.ts';
import { judgeNumber } from '../typed/number.ts';
import { readQuantity } from '../typed/quantity.ts';
import { isoDate, readDate } from '../typed/read-date.ts';

/** A question with what it may know of its surroundings. */
export interface Keyed {
  readonly question: Question;
  readonly asked: Asked;
}

/**
 * The question with the answer as its key, judged by everything that its kind judges by (typing errors, glossary, dates,
 * units). What the author said of the old key (explanation, accepted forms, why the new key is wrong) is gone. Undefined
 * where the answer does not fit the question's view, or cannot be judged by (a word for a number, a date with two readings).
 */
export function rekeyed(question: Question, asked: Asked, answer: Answer): Keyed | undefined {
  const view = viewOf(question, asked);
  if (view === undefined || answer === null || checkAnswer(view, answer) !== 'complete') return undefined;
  return withKey(question, asked, answer);
}

/** Takes an answer that the kind accepts. */
function withKey(question: Question, asked: Asked, answer: Exclude<Answer, null>): Keyed | undefined {
  const text = typeof answer === 'string' ? answer : '';
  const items = typeof answer === 'string' ? [] : answer;
  const texts = items.filter((item) => typeof item === 'string');
  const pairs = items.flatMap((item) =>
    typeof item === 'string' ? [] : [{ left: item[0], right: item[1] }],
  );
  switch (question.kind) {
    case 'choice':
      return about(asked, {
        ...question,
        answer: text,
        distractors: rest(question, [question.answer], [text]),
      });
    case 'multiple':
      return about(asked, {
        ...question,
        answer: texts,
        distractors: rest(question, question.answer, texts),
      });
    case 'match': {
      const distractors = rest(question, question.answer.map(rightOf), pairs.map(rightOf));
      return about(asked, { ...question, answer: pairs, distractors });
    }
    case 'order':
      return about(asked, { ...question, answer: texts });
    case 'short':
      return shortWith(question, asked, text.trim());
    case 'number':
      return numberWith(question, asked, text);
    case 'cloze':
      return clozeWith(question, asked, texts.map(trimmed));
    case 'list':
      return listWith(question, asked, texts.map(trimmed));
    case 'judge':
      return v.is(StandingSchema, text) ? about({ ...asked, standing: text }, question) : undefined;
    case 'evidence':
      return evidenceWith(question, asked, text);
  }
}

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** The question without its author's explanation, which is of the old key. */
function about(asked: Asked, question: Question): Keyed {
  if (question.kind === 'evidence') return { question, asked };
  const { explanation: _, ...unexplained } = question;
  return { question: unexplained, asked };
}

/** The options that are wrong now: those of the distractors and of the old key that the new one leaves out. */
function rest(
  { distractors }: { readonly distractors: readonly Distractor[] },
  before: readonly string[],
  now: readonly string[],
): Distractor[] {
  return [...before.map((text): Distractor => ({ text })), ...distractors].filter(
    ({ text }) => !now.includes(text),
  );
}

/** What is as near to the old key as to the new one is no typing error, and no name of the new one is refused. */
function shortWith(question: Of<'short'>, asked: Asked, answer: string): Keyed | undefined {
  if (!v.is(Line, answer)) return undefined;
  if (question.expects === 'date' && isoDate(answer) === undefined && !('date' in readDate(answer)))
    return undefined;
  const names = formsOf(asked.glossary, answer);
  const reject = question.reject.filter(({ text }) => !names.some((name) => isSame(name, text)));
  const rivals = [...asked.rivals, question.answer, ...question.accept];
  return about({ ...asked, rivals }, { ...question, answer, accept: [], reject });
}

/** The likeliest number that the text can be read as, in the question's own unit. */
function numberWith(question: Of<'number'>, asked: Asked, text: string): Keyed | undefined {
  const answer = readQuantity(text)
    .map(({ value }) => value)
    .find((value) => judgeNumber(text, { ...question, answer: value, tolerance: 0 }).outcome === 'right');
  return answer === undefined ? undefined : about(asked, { ...question, answer });
}

/** A blank whose answer stays keeps its accepted forms. */
function clozeWith(question: Of<'cloze'>, asked: Asked, texts: readonly string[]): Keyed | undefined {
  if (!texts.every((text) => v.is(Line, text) && !/[{}|]/.test(text))) return undefined;
  const { parts, blanks } = blanksOf(question.text);
  const answers = blanks.map(({ answer }, at) =>
    isSame(answer, texts[at] ?? '') ? answer : (texts[at] ?? ''),
  );
  const gaps = blanks.map(({ shows }, at) => `{{${answers[at] ?? ''}|${shows}}}`);
  const text = parts.map((part, at) => part + (gaps[at] ?? '')).join('');
  // Every blank has an entry of its own, so that no name that objects have (constructor) is taken for accepted forms.
  const kept = new Map(Object.entries(question.accept));
  const accept = Object.fromEntries(answers.map((answer) => [answer, kept.get(answer) ?? []]));
  return about(asked, { ...question, text, accept });
}

/** As many items as were asked for, each of them once; one that stays keeps its accepted forms. */
function listWith(question: Of<'list'>, asked: Asked, texts: readonly string[]): Keyed | undefined {
  const isWhole = texts.length === question.answer.length && texts.every((text) => v.is(Line, text));
  if (!isWhole || new Set(texts.map(foldSpelling)).size < texts.length) return undefined;
  const answer = texts.map(
    (text) => question.answer.find((item) => isSame(item.text, text)) ?? { text, accept: [] },
  );
  return about(asked, { ...question, answer });
}

/** The sentence itself is the passage: of those with the same words the one nearest to the deck's. */
function evidenceWith(question: Of<'evidence'>, asked: Asked, sentence: string): Keyed | undefined {
  const { document, language, place } = asked;
  const places = allSentences(document, language)
    .filter(({ start, end }) => document.slice(start, end) === sentence)
    .sort((a, b) => Math.abs(a.start - place.start) - Math.abs(b.start - place.start));
  return places[0] && about({ ...asked, place: places[0] }, question);
}

function isSame(one: string, other: string): boolean {
  return foldSpelling(one) === foldSpelling(other);
}

function trimmed(text: string): string {
  return text.trim();
}

function rightOf({ right }: { readonly right: string }): string {
  return right;
}
