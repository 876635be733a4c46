import { entryNamed, formsOf, type Glossary } from '../glossary.ts';
import { overlap, type Place } from '../passage.ts';
import { fold } from '../typed/fold.ts';
import type { AnswerType, FormDraft, Reason } from './finder.ts';

/** What one fact answers: a wrong option for another fact, which its own fact proves wrong. */
export interface Rival {
  readonly factId: string;
  readonly text: string;
  readonly type: AnswerType;
  readonly reason: Reason;
  /** Of the fact's passage. */
  readonly passage: Place;
}

const DISTRACTORS = 3;
const DISTRACTORS_MIN = 2;
const LONGER_TIMES = 1.6;
/** A choice is less sure than the prompt it takes over: nobody has looked at its wrong options. */
const SHARE = 0.9;

/** A choice made of a short question, with answers of other facts as wrong options; undefined where too few are alike. */
export function choiceForm(
  form: FormDraft,
  own: Rival,
  rivals: readonly Rival[],
  glossary: Glossary,
): FormDraft | undefined {
  const { question } = form;
  if (question.kind !== 'short') return undefined;
  const known = new Set(formsOf(glossary, question.answer, question.accept).map(fold));
  const stem = fold(question.prompt);
  const seen = new Set<string>();
  const wrong = [...rivals]
    .filter((rival) => isLike(rival, own, glossary) && !overlap(rival.passage, own.passage))
    .sort((a, b) => distance(a, own) - distance(b, own) || (a.text < b.text ? -1 : 1))
    .filter(({ text }) => {
      const forms = formsOf(glossary, text).map(fold);
      const isNew = forms.every((one) => !known.has(one) && !seen.has(one));
      if (!isNew || ` ${stem} `.includes(` ${fold(text)} `) || !isAsLong(text, question.answer)) return false;
      forms.forEach((one) => seen.add(one));
      return true;
    })
    .slice(0, DISTRACTORS);
  if (wrong.length < DISTRACTORS_MIN) return undefined;
  return {
    id: `${form.id}-choice`,
    confidence: form.confidence * SHARE,
    question: {
      kind: 'choice',
      prompt: question.prompt,
      answer: question.answer,
      distractors: wrong.map(({ text, factId }) => ({ text, because: factId })),
      ...(question.inferred === undefined ? {} : { inferred: question.inferred }),
      allow: [],
    },
  };
}

/** Types whose answers are alike whatever they answer. */
const NAMES: ReadonlySet<AnswerType> = new Set(['person', 'place', 'organisation', 'work', 'year', 'date']);

/** Phrases seldom suit one another: but cells of a table do, and terms that are defined. */
const ALIKE: ReadonlySet<Reason> = new Set(['table', 'definition']);

/** Whether both could answer one question: names of one kind, or phrases that stand in one sort of place. */
function isLike(rival: Rival, own: Rival, glossary: Glossary): boolean {
  if (rival.type !== own.type || kindIn(glossary, rival.text) !== kindIn(glossary, own.text)) return false;
  if (isCapital(rival.text) !== isCapital(own.text)) return false;
  if (NAMES.has(own.type)) return true;
  return rival.reason === own.reason && ALIKE.has(own.reason);
}

function kindIn(glossary: Glossary, text: string): string | undefined {
  const name = entryNamed(glossary, text);
  return name === undefined ? undefined : glossary[name]?.kind;
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** The nearer in the text, the likelier to be mixed up. */
function distance(rival: Rival, own: Rival): number {
  return Math.abs(rival.passage.start - own.passage.start);
}

/** The right option must not stand out by its length. */
function isAsLong(text: string, key: string): boolean {
  return text.length <= LONGER_TIMES * key.length + 8 && key.length <= LONGER_TIMES * text.length + 8;
}
