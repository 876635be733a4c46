import { readFile as bytesOf, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { loadPdfReader } from '../draft/reading/pdfPages.ts';
import { readFile, sizeProblem, type ReadingTools } from '../draft/reading/readFile.ts';
import type { Read } from '../draft/readableText.ts';

const TOOLS: ReadingTools = {
  decode: (bytes, encoding) => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Other bytes, or an encoding that nobody knows.
      return undefined;
    }
  },
  loadWordReader: async () => {
    const { default: mammoth } = await import('mammoth');
    const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    return async (bytes) =>
      (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })).value;
  },
  loadPdfReader,
};

/** Reads a document from disk: .txt, .md, .html, .docx or .pdf. Says why where it cannot. */
export async function readDocument(path: string): Promise<Read> {
  const name = basename(path);
  const about = await stat(path).catch(() => undefined);
  if (about?.isFile() !== true) return { ok: false, why: `${path}: there is no such file.` };
  const why = sizeProblem(name, about.size);
  return why === undefined
    ? readFile({ name, type: '', bytes: new Uint8Array(await bytesOf(path)) }, TOOLS)
    : { ok: false, why };
}
