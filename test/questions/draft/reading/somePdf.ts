import { latin1 } from './someFiles.ts';

/** A line of a page of A4; from the page's lower left corner, in points. */
export interface Line {
  readonly text: string;
  readonly y: number;
  readonly x?: number;
  readonly size?: number;
}

/** Lines from the top of a page down, a blank one where the text is empty. */
export function linesDown(texts: readonly string[]): readonly Line[] {
  return texts.map((text, at) => ({ text, y: 760 - at * 14 })).filter(({ text }) => text !== '');
}

/** A PDF with these pages in Helvetica. One that is locked says so, and opens with no password. */
export function pdfOf(
  pages: readonly (readonly Line[])[],
  { title, isLocked = false }: { readonly title?: string; readonly isLocked?: boolean } = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (content: string) => objects.push(content);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const [at, lines] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
    );
    const stream = lines.map(shown).join('\n');
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  const info = title === undefined ? '' : ` /Info ${add(`<< /Title (${escaped(title)}) >>`)} 0 R`;
  const secret = 'ab'.repeat(32);
  const encrypt = isLocked
    ? ` /ID [<00> <00>] /Encrypt ${add(`<< /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >>`)} 0 R`
    : '';
  return latin1(fileOf(objects, `/Root 1 0 R${info}${encrypt}`));
}

function shown({ text, x = 72, y, size = 11 }: Line): string {
  return `BT /F ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`;
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}

function fileOf(objects: readonly string[], trailer: string): string {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((content, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${content}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return `${file}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
}
