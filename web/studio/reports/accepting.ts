import * as v from 'valibot';
import { blanksOf } from '../../../questions/blank.ts';
import type { AuthoredQuestion } from '../../../questions/deck.ts';
import type { Answer } from '../../../questions/kind.ts';
import { Line } from '../../../questions/text.ts';
import { fold } from '../../../questions/typed/fold.ts';

type Of<K extends AuthoredQuestion['kind']> = Extract<AuthoredQuestion, { kind: K }>;

/**
 * The question with a learner's answer among its accepted forms. Undefined where its kind takes no other form, as a choice or a
 * number, or where it is not plain which part of the key was meant.
 */
export function withAccepted(question: AuthoredQuestion, answer: Answer): AuthoredQuestion | undefined {
  const texts = textsOf(answer);
  if (texts === undefined) return undefined;
  if (question.kind === 'short') return shortWith(question, texts);
  if (question.kind === 'cloze') return clozeWith(question, texts);
  return question.kind === 'list' ? listWith(question, texts) : undefined;
}

/** Trimmed; undefined where one of them is no line that a deck file takes. */
function textsOf(answer: Answer): readonly string[] | undefined {
  const texts = answer === null ? [] : [answer].flat(2).map((text) => text.trim());
  return texts.length > 0 && texts.every((text) => v.is(Line, text)) ? texts : undefined;
}

function shortWith(question: Of<'short'>, [text = '']: readonly string[]): AuthoredQuestion {
  const reject = question.reject.filter((one) => fold(one.text) !== fold(text));
  return { ...question, accept: added(question.accept, question.answer, text), reject };
}

function clozeWith(question: Of<'cloze'>, texts: readonly string[]): AuthoredQuestion | undefined {
  const { blanks } = blanksOf(question.text);
  if (blanks.length !== texts.length) return undefined;
  const known = new Map(Object.entries(question.accept));
  for (const [at, { answer }] of blanks.entries()) {
    const accept = added(known.get(answer) ?? [], answer, texts[at] ?? '');
    if (accept.length > 0) known.set(answer, accept);
  }
  return { ...question, accept: Object.fromEntries(known) };
}

function isForm(item: { readonly text: string; readonly accept: readonly string[] }, text: string): boolean {
  return [item.text, ...item.accept].some((form) => fold(form) === fold(text));
}

/** One item was missed and one text fits none: that is the other form of the item. */
function listWith(question: Of<'list'>, texts: readonly string[]): AuthoredQuestion | undefined {
  const missed = question.answer.filter((item) => !texts.some((text) => isForm(item, text)));
  const extra = texts.filter((text) => !question.answer.some((item) => isForm(item, text)));
  if (missed.length === 0 && extra.length === 0) return question;
  const [text] = extra;
  if (missed.length !== 1 || extra.length !== 1 || text === undefined) return undefined;
  const answer = question.answer.map((item) =>
    missed.includes(item) ? { ...item, accept: [...item.accept, text] } : item,
  );
  return { ...question, answer };
}

function added(accept: readonly string[], answer: string, text: string): string[] {
  const isKnown = [answer, ...accept].some((form) => fold(form) === fold(text));
  return isKnown ? [...accept] : [...accept, text];
}
