import * as v from 'valibot';
import { QuestionSchema, type AuthoredQuestion } from '../../../../questions/deck.ts';
import type { AuthoredKind } from '../kindWords.ts';
import { linesOf, sidesLine, sidesOf, type WrongField } from './lines.ts';

/** A question as it stands in the editor's fields: text alone, so that one kind can become another without loss. */
export interface QuestionFields {
  readonly kind: AuthoredKind;
  readonly prompt: string;
  /** Of a gap: the sentence with its `{{answer|kind}}`. */
  readonly text: string;
  /** Of a standing: the claim, where it is not the statement. */
  readonly claim: string;
  /** One answer, or one a line; `left | right` of a match, other forms of an item after a bar. */
  readonly answer: string;
  /** Other right forms, one a line; of a gap `answer | form | form`. */
  readonly accept: string;
  /** Known confusions, one a line: `text | why it is wrong`. */
  readonly reject: string;
  readonly isDate: boolean;
  readonly unit: string;
  readonly unitRequired: boolean;
  readonly tolerance: string;
  readonly wrongs: readonly WrongField[];
  readonly hint: string;
  readonly explanation: string;
  readonly inferred: boolean;
}

/** The fields of a question. */
export function fieldsOf(question: AuthoredQuestion): QuestionFields {
  return {
    ...EMPTY,
    kind: question.kind,
    ...ownFields(question),
    hint: question.hint ?? '',
    explanation: question.explanation ?? '',
    inferred: question.inferred ?? false,
  };
}

/** Fields with nothing in them. */
export const EMPTY: QuestionFields = {
  kind: 'short',
  prompt: '',
  text: '',
  claim: '',
  answer: '',
  accept: '',
  reject: '',
  isDate: false,
  unit: '',
  unitRequired: false,
  tolerance: '',
  wrongs: [],
  hint: '',
  explanation: '',
  inferred: false,
};

function ownFields(question: AuthoredQuestion): Partial<QuestionFields> {
  switch (question.kind) {
    case 'short':
      return {
        prompt: question.prompt,
        answer: question.answer,
        accept: question.accept.join('\n'),
        reject: question.reject.map(({ text, because }) => sidesLine([text, because])).join('\n'),
        isDate: question.expects === 'date',
      };
    case 'number':
      return {
        prompt: question.prompt,
        answer: String(question.answer),
        unit: question.unit ?? '',
        unitRequired: question.unitRequired ?? false,
        tolerance: question.tolerance === undefined ? '' : String(question.tolerance),
      };
    case 'cloze': {
      const accept = Object.entries(question.accept).map(([text, forms]) => sidesLine([text, ...forms]));
      return { text: question.text, accept: accept.join('\n') };
    }
    case 'choice':
      return { prompt: question.prompt, answer: question.answer, wrongs: wrongsOf(question.distractors) };
    case 'multiple':
      return {
        prompt: question.prompt,
        answer: question.answer.join('\n'),
        wrongs: wrongsOf(question.distractors),
      };
    case 'list':
      return {
        prompt: question.prompt,
        answer: question.answer.map(({ text, accept }) => sidesLine([text, ...accept])).join('\n'),
      };
    case 'order':
      return { prompt: question.prompt, answer: question.answer.join('\n') };
    case 'match':
      return {
        prompt: question.prompt,
        answer: question.answer.map(({ left, right }) => sidesLine([left, right])).join('\n'),
        wrongs: wrongsOf(question.distractors),
      };
    case 'judge':
      return { claim: question.claim ?? '' };
  }
}

function wrongsOf(
  distractors: readonly { readonly text: string; readonly because?: string }[],
): readonly WrongField[] {
  return distractors.map(({ text, because = '' }) => ({ text, because }));
}

/** What is wrong with the fields, by the field. */
export type FieldProblems = Readonly<Record<string, string>>;

/** The question that fields make, or what is wrong with them. `allow` is what the author has acknowledged. */
export function questionIn(
  fields: QuestionFields,
  { draft, allow }: { readonly draft: boolean; readonly allow: readonly string[] },
):
  | { readonly ok: true; readonly question: AuthoredQuestion }
  | { readonly ok: false; readonly problems: FieldProblems } {
  const made = v.safeParse(QuestionSchema, {
    ...bodyIn(fields),
    ...given('hint', fields.hint),
    ...given('explanation', fields.explanation),
    ...(fields.inferred ? { inferred: true } : {}),
    ...(draft ? { draft: true } : {}),
    allow,
  });
  return made.success
    ? { ok: true, question: made.output }
    : { ok: false, problems: problemsIn(made.issues) };
}

/** The first problem of each field: a key of the question. */
export function problemsIn(issues: readonly v.BaseIssue<unknown>[]): FieldProblems {
  const problems: Record<string, string> = {};
  for (const { path, message } of issues) {
    const key = path?.[0]?.key;
    problems[typeof key === 'string' ? key : ''] ??= `This ${message}.`;
  }
  return problems;
}

function bodyIn(fields: QuestionFields): Readonly<Record<string, unknown>> {
  const { kind } = fields;
  const prompt = fields.prompt.trim();
  const distractors = fields.wrongs
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, because }) => ({ text: text.trim(), ...given('because', because) }));
  switch (kind) {
    case 'short': {
      const reject = sidesOf(fields.reject).map(([text, ...because]) => ({
        text,
        because: sidesLine(because),
      }));
      const expects = fields.isDate ? 'date' : 'text';
      const answer = fields.answer.trim();
      return { kind, prompt, expects, answer, accept: linesOf(fields.accept), reject };
    }
    case 'number':
      return {
        kind,
        prompt,
        answer: numberIn(fields.answer),
        ...given('unit', fields.unit),
        ...(fields.unitRequired ? { unitRequired: true } : {}),
        ...(fields.tolerance.trim() === '' ? {} : { tolerance: numberIn(fields.tolerance) }),
      };
    case 'cloze': {
      const accept = Object.fromEntries(sidesOf(fields.accept).map(([text, ...forms]) => [text, forms]));
      return { kind, text: fields.text.trim(), accept };
    }
    case 'choice':
      return { kind, prompt, answer: fields.answer.trim(), distractors };
    case 'multiple':
      return { kind, prompt, answer: linesOf(fields.answer), distractors };
    case 'list':
      return {
        kind,
        prompt,
        answer: sidesOf(fields.answer).map(([text, ...accept]) => ({ text, accept })),
      };
    case 'order':
      return { kind, prompt, answer: linesOf(fields.answer) };
    case 'match': {
      const answer = sidesOf(fields.answer).map(([left, ...right]) => ({ left, right: sidesLine(right) }));
      return { kind, prompt, answer, distractors };
    }
    case 'judge':
      return { kind, ...given('claim', fields.claim) };
  }
}

/** A figure as it is typed: 4,000 and 4 000 are 4000. Text that is no figure is handed on, for the schema to refuse. */
function numberIn(text: string): unknown {
  const plain = text.trim().replace(/(?<=\d)[,\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return plain === '' || Number.isNaN(Number(plain)) ? plain : Number(plain);
}

function given(key: string, text: string): Readonly<Record<string, string>> {
  return text.trim() === '' ? {} : { [key]: text.trim() };
}
