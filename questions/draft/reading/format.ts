/** What can be read. */
export type Format = 'text' | 'html' | 'word' | 'pdf';

/** What a file is, by its first bytes, its name and the type that a browser gives it; or why it cannot be read. */
export function formatOf(bytes: Uint8Array, name: string, type: string): Format | { readonly why: string } {
  const start = ascii(bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK\x03\x04')) return zipFormat(bytes);
  if (start.startsWith('\xD0\xCF\x11\xE0')) return { why: OLD_WORD };
  if (start.startsWith('{\\rtf')) return { why: 'is an RTF file. Save it as .docx or as plain text.' };
  if (/\.pdf$/i.test(name) || type === 'application/pdf')
    return { why: 'is no PDF, whatever its name says.' };
  if (/\.docx$/i.test(name)) return { why: 'is no Word file, whatever its name says.' };
  if (/\.x?html?$/i.test(name) || /^(?:text\/html|application\/xhtml\+xml)\b/.test(type)) return 'html';
  if (/\.(?:md|markdown|txt|text)$/i.test(name)) return 'text';
  return /^\s*<(?:!doctype html|html)\b/i.test(start.replace(/^ï»¿/, '')) ? 'html' : 'text';
}

const OLD_WORD =
  'is an old Word file, or one that is locked with a password. Save it as .docx without a password.';

/** A zip archive names its files as they are: those of a Word file, of LibreOffice, or others. */
function zipFormat(bytes: Uint8Array): Format | { readonly why: string } {
  const names = ascii(bytes.subarray(-DIRECTORY_MAX));
  if (names.includes('word/document.xml')) return 'word';
  return {
    why: 'is an archive of files, or of a kind that cannot be read. Save it as .docx, .pdf or plain text.',
  };
}

/** An archive's directory of names stands at its end. */
const DIRECTORY_MAX = 200_000;

/** The encoding that an HTML page says it has, in small letters; one that says so in single bytes is not UTF-16. */
export function encodingOfHtml(bytes: Uint8Array): string | undefined {
  const start = ascii(bytes.subarray(0, 2048));
  const said = /<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w:-]{1,40})/i.exec(start)?.[1]?.toLowerCase();
  return said?.startsWith('utf-16') === true ? undefined : said;
}

/** Each byte as the character of its number. */
function ascii(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
