import * as v from 'valibot';
import { QUESTIONS_MAX, SettingsSchema, type Settings } from '../../../questions/classroom/assignment.ts';
import { timeInField } from '../grading/fieldTime.ts';
import type { Form } from './form.ts';

/** The editor's fields that can be wrong, in their order on the screen. */
export const FIELDS = [
  'title',
  'deck',
  'scope',
  'count',
  'opensAtMs',
  'closesAtMs',
  'dateMs',
  'target',
  'minutes',
  'attempts',
  'points',
] as const;
export type Field = (typeof FIELDS)[number];
/** What is wrong where, in sentences. */
export type Problems = Readonly<Partial<Record<Field, string>>>;

/** What the fields come to, or what is wrong with each of them. */
export function readForm(
  form: Form,
): { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly problems: Problems } {
  const result = v.safeParse(SettingsSchema, inputOf(form));
  if (result.success) return { ok: true, settings: result.output };
  const problems: Partial<Record<Field, string>> = {};
  for (const { path, message } of result.issues) {
    const field = FIELDS.find((name) => name === path?.[0]?.key);
    if (field === undefined) throw new Error(`Inconsistent: ${String(path?.[0]?.key)} ${message}`);
    problems[field] ??= wordsOf(field, message, form);
  }
  return { ok: false, problems };
}

function inputOf(form: Form): unknown {
  const { kind, title, deck } = form;
  const about = { kind, title, deck, scope: scopeOf(form), opensAtMs: timeInField(form.opens) };
  if (kind === 'retain')
    return { ...about, dateMs: timeInField(form.date), target: (numberIn(form.target) ?? Number.NaN) / 100 };
  return {
    ...about,
    count: form.count.trim() === '' ? null : numberIn(form.count),
    draw: form.draw,
    seed: form.seed,
    closesAtMs: timeInField(form.closes),
    minutes: form.minutes.trim() === '' ? null : numberIn(form.minutes),
    attempts: numberIn(form.attempts),
    counts: form.counts,
    feedback: form.feedback,
    points: pointsOf(form.points),
  };
}

function scopeOf({ by, tags, facts, questions }: Form): unknown {
  return { by, ...{ all: {}, tags: { tags }, facts: { facts }, questions: { questions } }[by] };
}

/** One point is what a question has anyhow. */
function pointsOf(points: Form['points']): Readonly<Record<string, number | undefined>> {
  const typed = Object.entries(points).filter(([, text]) => text.trim() !== '' && numberIn(text) !== 1);
  return Object.fromEntries(typed.map(([ref, text]) => [ref, numberIn(text)]));
}

function numberIn(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

function wordsOf(field: Field, message: string, form: Form): string {
  switch (field) {
    case 'title':
      return `The title ${message}.`;
    case 'deck':
      return 'Please choose a deck.';
    case 'scope':
      return scopeWords(form);
    case 'count':
      return `A whole number from 1 to ${QUESTIONS_MAX}, or nothing for all.`;
    case 'opensAtMs':
      return 'Please give a date and a time.';
    case 'closesAtMs':
    case 'dateMs':
      return message === 'is not after the opening'
        ? 'This has to be after the opening.'
        : 'Please give a date and a time.';
    case 'target':
      return 'A share from 50 to 97 per cent.';
    case 'minutes':
      return 'A whole number from 1 to 600, or nothing for no limit.';
    case 'attempts':
      return 'A whole number from 1 to 10.';
    case 'points':
      return 'Points go from 0.5 to 100, in halves.';
  }
}

function scopeWords({ by, tags, facts, questions }: Form): string {
  if (by === 'facts')
    return facts.length === 0 ? 'Please choose a passage.' : 'At most 100 passages can be chosen.';
  if (by === 'questions')
    return questions.length === 0
      ? 'Please choose a question.'
      : `At most ${QUESTIONS_MAX} questions can be chosen.`;
  return tags.length === 0 ? 'Please choose a tag.' : 'At most 50 tags can be chosen.';
}
