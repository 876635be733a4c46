/** A document that was read, and what it may be called; or why it cannot be read, in a sentence. */
export type Read =
  | { readonly ok: true; readonly document: string; readonly title: string }
  | { readonly ok: false; readonly why: string };

/** Characters of a document, as the Worker takes them. */
export const DOCUMENT_MAX = 1_000_000;

/** Turns bytes into text, strictly and without a byte order mark; undefined where they are not in this encoding, or nobody knows it. */
export type Decode = (bytes: Uint8Array, encoding: string) => string | undefined;

/** Text as it stands in a file: UTF-8, or UTF-16 with its byte order mark. `encoding` is what the file says of itself. */
export function textOf(
  bytes: Uint8Array,
  decode: Decode,
  encoding = 'utf-8',
): string | { readonly why: string } {
  const marked = markedEncoding(bytes);
  if (marked === undefined && bytes.includes(0)) return { why: 'is no text: it has bytes that no text has.' };
  return decode(bytes, marked ?? encoding) ?? { why: NOT_UTF8 };
}

const NOT_UTF8 = 'is not UTF-8 text. Open it in an editor and save it with the encoding UTF-8.';

function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Why a text is no document, as the end of a sentence that begins with its name; undefined where it is one. */
export function documentProblem(text: string): string | undefined {
  if (!/[^\s\u200B\uFEFF]/.test(text)) return 'has no text in it.';
  if (text.includes('\0')) return 'is no text: it has characters that no text has.';
  if (text.length <= DOCUMENT_MAX) return undefined;
  const [length, most] = [inEnglish(text.length), inEnglish(DOCUMENT_MAX)];
  return `is too long: ${length} characters, and a document has at most ${most}. Take a part of it.`;
}

/** With commas between thousands. */
export function inEnglish(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
