import { proposedTitle } from '../proposedTitle.ts';
import { readHtml } from '../readHtml.ts';
import { documentProblem, inEnglish, textOf, type Decode, type Read } from '../readableText.ts';
import { encodingOfHtml, formatOf } from './format.ts';
import { PAGES_MAX, type PdfReader } from './pdfPages.ts';
import { pdfText } from './pdfText.ts';

/** A file as its reader has it. */
export interface DocumentFile {
  readonly name: string;
  /** Its media type; empty where nobody knows it. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What is done in one way at the command line and in another in a browser. */
export interface ReadingTools {
  readonly decode: Decode;
  /** Loads what makes HTML of a Word file; that rejects where the file is damaged. */
  readonly loadWordReader: () => Promise<(bytes: Uint8Array) => Promise<string>>;
  readonly loadPdfReader: () => Promise<PdfReader>;
}

/** A file of more bytes is not opened. */
export const FILE_MAX_BYTES = 50_000_000;

/** Why a file is not opened at all; undefined where it may be. */
export function sizeProblem(name: string, bytes: number): string | undefined {
  if (bytes === 0) return `${name} is empty.`;
  if (bytes <= FILE_MAX_BYTES) return undefined;
  return `${name} is too large: ${inEnglish(Math.ceil(bytes / 1_000_000))} MB, and at most ${inEnglish(FILE_MAX_BYTES / 1_000_000)} MB are read.`;
}

/** Reads a document: plain text and Markdown verbatim, everything else as Markdown. Says why where it cannot; rejects where a part of the product cannot be loaded. */
export async function readFile(file: DocumentFile, tools: ReadingTools): Promise<Read> {
  const tooLarge = sizeProblem(file.name, file.bytes.length);
  if (tooLarge !== undefined) return { ok: false, why: tooLarge };
  const read = await partsOf(file, tools);
  const why = 'why' in read ? read.why : documentProblem(read.document);
  if (why !== undefined || 'why' in read) return { ok: false, why: `${file.name} ${why ?? ''}` };
  const title = [read.title, proposedTitle(read.document)].map(proposedTitle).find((words) => words !== '');
  return { ok: true, document: read.document, title: title ?? '' };
}

type Parts = { readonly document: string; readonly title: string } | { readonly why: string };

async function partsOf({ name, type, bytes }: DocumentFile, tools: ReadingTools): Promise<Parts> {
  const format = formatOf(bytes, name, type);
  if (typeof format === 'object') return format;
  if (format === 'pdf') return pdfParts(bytes, await tools.loadPdfReader());
  if (format === 'word') return wordParts(bytes, await tools.loadWordReader());
  const text = textOf(bytes, tools.decode, format === 'html' ? encodingOfHtml(bytes) : undefined);
  if (typeof text === 'object') return text;
  return format === 'html' ? htmlParts(text) : { document: text, title: '' };
}

function htmlParts(html: string): Parts {
  return readHtml(html) ?? { why: 'is nested too deep to be read as a page. Copy its text, and paste that.' };
}

async function wordParts(
  bytes: Uint8Array,
  wordHtml: (bytes: Uint8Array) => Promise<string>,
): Promise<Parts> {
  try {
    return htmlParts(await wordHtml(bytes));
  } catch {
    // The library's own words say nothing to an author.
    return { why: 'is a Word file, but damaged: it cannot be opened.' };
  }
}

async function pdfParts(bytes: Uint8Array, readPdf: PdfReader): Promise<Parts> {
  try {
    const read = await readPdf(bytes);
    if (read === 'locked') return { why: 'is locked with a password. Save it without one.' };
    if (read === 'too-long')
      return { why: `has more than ${inEnglish(PAGES_MAX)} pages. Take a part of it.` };
    const text = pdfText(read.pages);
    return text === '' ? { why: SCAN } : { document: `${text}\n`, title: read.title };
  } catch {
    return { why: 'is a PDF, but damaged: it cannot be opened.' };
  }
}

const SCAN = 'has no text: it is a scan, a picture of each page. Run a text recognition over it first.';
