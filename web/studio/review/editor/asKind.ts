import { blanksOf } from '../../../../questions/blank.ts';
import type { AuthoredKind } from '../kindWords.ts';
import { linesOf, sidesOf } from './lines.ts';
import type { QuestionFields } from './questionFields.ts';

/** The fields of a question as one of another kind: what both have stays, and a gap is made of the statement, or the other way round. */
export function asKind(fields: QuestionFields, kind: AuthoredKind, statement: string): QuestionFields {
  if (kind === fields.kind) return fields;
  const answer = answerFor(fields, kind);
  const isDate = fields.kind === 'short' ? fields.isDate : kind === 'short' && isDay(answer);
  const made = { ...fields, kind, answer, isDate };
  if (kind === 'cloze' && fields.text === '') return { ...made, text: gapped(statement, fields), accept: '' };
  if (fields.kind === 'cloze') return { ...made, accept: '' };
  return made;
}

/** A sentence with the answer as its gap; the sentence itself where the answer does not stand in it. */
export function withGap(sentence: string, answer: string, shows: string): string {
  const at = sentence.toLowerCase().indexOf(answer.toLowerCase());
  if (answer === '' || at < 0) return sentence;
  const end = at + answer.length;
  return `${sentence.slice(0, at)}{{${sentence.slice(at, end)}|${shows}}}${sentence.slice(end)}`;
}

/** What kind of answer a gap shows that it wants. */
export function showsOf(answer: string): string {
  if (/^(1\d|20)\d\d$/.test(answer)) return 'year';
  if (/^[\d.,\s]+$/.test(answer)) return 'number';
  return /^\p{Lu}/u.test(answer) ? 'name' : 'words';
}

function gapped(statement: string, { answer }: QuestionFields): string {
  const [first] = sidesOf(answer);
  return first === undefined ? statement : withGap(statement, first[0], showsOf(first[0]));
}

function answerFor(fields: QuestionFields, kind: AuthoredKind): string {
  const isMany = kind === 'list' || kind === 'order' || kind === 'multiple' || kind === 'match';
  if (fields.kind === 'cloze') {
    const answers = blanksOf(fields.text).blanks.map(({ answer }) => answer);
    return isMany ? answers.join('\n') : (answers[0] ?? '');
  }
  if (isMany || kind === 'cloze') return fields.answer;
  return sidesOf(fields.answer)[0]?.[0] ?? linesOf(fields.answer)[0] ?? '';
}

function isDay(answer: string): boolean {
  return /^(1\d|20)\d\d(-\d\d(-\d\d)?)?$/.test(answer);
}
