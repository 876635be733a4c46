import { blanksOf } from '../../../questions/blank.ts';
import type { CompiledDeck } from '../../../questions/compile.ts';
import type { Question } from '../../../questions/deck.ts';
import { formsOf } from '../../../questions/glossary.ts';
import { fold } from '../../../questions/typed/fold.ts';

/** Every form of a typed question that is right: answer, aliases, what is accepted. None where options are shown. */
export function formsOfKey({ key }: CompiledDeck, question: Question): readonly string[] {
  if (question.kind === 'short') return formsOf(key.glossary, question.answer, question.accept);
  if (question.kind === 'number') return [String(question.answer)];
  if (question.kind === 'list')
    return question.answer.flatMap(({ text, accept }) => formsOf(key.glossary, text, accept));
  if (question.kind !== 'cloze') return [];
  const { blanks } = blanksOf(question.text);
  return blanks.flatMap(({ answer }) => formsOf(key.glossary, answer, question.accept[answer]));
}

/** What is told only afterwards: statements, explanations, reasons, notes. */
export function wordsAfter({ key }: CompiledDeck): readonly string[] {
  return Object.values(key.facts).flatMap(({ statement, note, questions }) => [
    statement,
    ...(typeof note === 'object' ? Object.values(note) : note === undefined ? [] : [note]),
    ...Object.values(questions).flatMap((question) => [
      ...('explanation' in question && question.explanation !== undefined ? [question.explanation] : []),
      ...('distractors' in question ? question.distractors.flatMap(({ because }) => because ?? []) : []),
      ...('reject' in question ? question.reject.map(({ because }) => because) : []),
    ]),
  ]);
}

/** The ways in which a text may stand in a response: as it is, folded, in an address, in base64 at any offset, escaped. */
function guises(text: string): readonly string[] {
  const bytes = new TextEncoder().encode(text);
  return [
    text,
    text.toLowerCase(),
    fold(text),
    encodeURIComponent(text),
    Array.from(text, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ...[0, 1, 2].map((offset) => base64Inside(bytes, offset)),
    Array.from(text).reverse().join(''),
  ];
}

/** The characters that these bytes have in base64 wherever they stand, after so many others. */
function base64Inside(bytes: Uint8Array, offset: number): string {
  const padded = new Uint8Array(offset + bytes.length);
  padded.set(bytes, offset);
  const whole = btoa(String.fromCharCode(...padded)).replace(/=+$/, '');
  const from = Math.ceil((offset * 8) / 6);
  const to = Math.floor(((offset + bytes.length) * 8) / 6);
  return whole.slice(from, to);
}

/**
 * Which of these secrets stand in a text, in any guise. One of fewer than four characters is looked for as a whole word alone;
 * one of a figure or two is not, because places and points are such figures.
 */
export function foundIn(text: string, secrets: readonly string[]): readonly string[] {
  const hay = `${text}\n${text.toLowerCase()}`;
  return secrets.filter((secret) => {
    if (secret.length < 3) return false;
    if (secret.length === 3) return new RegExp(`(?<![\\w.])${secret}(?![\\w.])`, 'i').test(text);
    return guises(secret).some((guise) => guise.length > 3 && hay.includes(guise));
  });
}

/** Which of these secrets stand in a text as words: "salt" is not in "Saltmere". */
export function wordsIn(text: string, secrets: readonly string[]): readonly string[] {
  const folded = ` ${fold(text)} `;
  return secrets.filter((secret) => folded.includes(` ${fold(secret)} `));
}
