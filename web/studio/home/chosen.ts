import { readFileInBrowser } from '../reading/readFileInBrowser.ts';
import { proposedTitle } from '../../../questions/draft/proposedTitle.ts';

/** A document that was given, and what it may be called. */
export interface Chosen {
  readonly document: string;
  readonly title: string;
  /** Of a file. */
  readonly file: string;
}

/** What was given, or why it is no document, in a sentence. */
export type Choice =
  { readonly ok: true; readonly chosen: Chosen } | { readonly ok: false; readonly why: string };

/** Characters of a document, as the server takes them. */
const LENGTH_MAX = 1_000_000;

/** Reads a file that was chosen or dropped. */
export async function chosenFile(file: File): Promise<Choice> {
  const read = await readFileInBrowser(file);
  if (!read.ok) return read;
  const { document } = read;
  const problem = documentProblem(document);
  if (problem !== '') return { ok: false, why: problem };
  const title = read.title.trim() === '' ? proposedTitle(document) : read.title;
  return { ok: true, chosen: { document, title, file: file.name } };
}

/** Why a text is no document, in a sentence; empty where it is one. */
export function documentProblem(text: string): string {
  if (text.trim() === '') return 'There is no text yet: paste one, or choose a file.';
  if (text.includes('\0')) return 'This is no text: it has characters that no document has.';
  if (text.length > LENGTH_MAX)
    return `This is too long: ${text.length.toLocaleString('en')} characters, and a deck takes a million. Take a part of it.`;
  return '';
}

/** How many words a document has, in words. */
export function lengthWords(document: string): string {
  const count = document.match(/\S+/g)?.length ?? 0;
  return count === 1 ? 'one word' : `${count.toLocaleString('en')} words`;
}
