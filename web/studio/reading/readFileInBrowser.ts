import { loadPdfReader } from '../../../questions/draft/reading/pdfPages.ts';
import { readFile, sizeProblem, type ReadingTools } from '../../../questions/draft/reading/readFile.ts';
import type { Read } from '../../../questions/draft/readableText.ts';

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
    return async (bytes) => {
      const arrayBuffer = new Uint8Array(bytes).buffer;
      return (await mammoth.convertToHtml({ arrayBuffer }, { convertImage })).value;
    };
  },
  loadPdfReader,
};

/** Reads a document that was chosen or dropped: .txt, .md, .html, .docx or .pdf. Says why where it cannot. */
export async function readFileInBrowser(file: File): Promise<Read> {
  const { name, type, size } = file;
  const why = sizeProblem(name, size);
  if (why !== undefined) return { ok: false, why };
  try {
    return await readFile({ name, type, bytes: new Uint8Array(await file.arrayBuffer()) }, TOOLS);
  } catch {
    // A folder, a file that has gone, or a part of the app that cannot be loaded.
    return { ok: false, why: `${name} cannot be read here. Try again, or paste its text.` };
  }
}
