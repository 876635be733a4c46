import type { PdfItem } from './pdfLines.ts';

/** The pages of a PDF and its title, which is empty where it has none. */
export interface PdfRead {
  readonly pages: readonly (readonly PdfItem[])[];
  readonly title: string;
}

/** So many pages are read: a document has at most a million characters. */
export const PAGES_MAX = 1000;

/** Reads a PDF. `locked` where it wants a password. Rejects where it is damaged. */
export type PdfReader = (bytes: Uint8Array) => Promise<PdfRead | 'locked' | 'too-long'>;

/** Loads the library that reads PDFs. Nothing that stands in a PDF is run. */
export async function loadPdfReader(): Promise<PdfReader> {
  const { extractTextItems, getDocumentProxy, getMeta } = await import('unpdf');
  return async (bytes) => {
    try {
      const pdf = await getDocumentProxy(bytes, { disableFontFace: true, verbosity: 0 });
      try {
        if (pdf.numPages > PAGES_MAX) return 'too-long';
        const { items } = await extractTextItems(pdf);
        const { info } = await getMeta(pdf);
        const title: unknown = info['Title'];
        return { pages: items, title: typeof title === 'string' ? title.trim() : '' };
      } finally {
        await pdf.loadingTask.destroy();
      }
    } catch (error) {
      if (error instanceof Error && error.name === 'PasswordException') return 'locked';
      throw error;
    }
  };
}
