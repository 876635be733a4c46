/** A file of an archive, as text. */
export interface Unzipped {
  /** With its folders, joined by slashes. */
  readonly name: string;
  readonly text: string;
}

/** Signatures and field offsets of the ZIP format (APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12 and 4.3.16). */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const COMMENT_MAX = 65_535;
const STORED = 0;
const DEFLATED = 8;
/** A deck has three files, each of at most a million characters. */
const SIZE_MAX = 4_000_000;
const FILES_MAX = 100;

/** The text files of a ZIP archive; none where it is no archive. What is too large or packed in another way is left out. */
export async function filesOfZip(archive: Blob): Promise<readonly Unzipped[]> {
  const bytes = await archive.arrayBuffer();
  const view = new DataView(bytes);
  const end = endOf(view);
  if (end === null) return [];
  const files: Unzipped[] = [];
  let at = view.getUint32(end + 16, true);
  const count = Math.min(view.getUint16(end + 10, true), FILES_MAX);
  for (let number = 0; number < count && isAt(view, at, ENTRY, 46); number += 1) {
    const nameLength = view.getUint16(at + 28, true);
    const file = await fileAt(view, at, nameLength);
    if (file !== null) files.push(file);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

/** Where the directory's end begins: it is the last thing in the archive but a comment. */
function endOf(view: DataView): number | null {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - COMMENT_MAX); at -= 1)
    if (isAt(view, at, END, END_SIZE)) return at;
  return null;
}

function isAt(view: DataView, at: number, signature: number, size: number): boolean {
  return at >= 0 && at + size <= view.byteLength && view.getUint32(at, true) === signature;
}

async function fileAt(view: DataView, entry: number, nameLength: number): Promise<Unzipped | null> {
  const method = view.getUint16(entry + 10, true);
  const packed = view.getUint32(entry + 20, true);
  const size = view.getUint32(entry + 24, true);
  const local = view.getUint32(entry + 42, true);
  if (size > SIZE_MAX || entry + 46 + nameLength > view.byteLength || local + 30 > view.byteLength)
    return null;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > view.byteLength) return null;
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, entry + 46, nameLength));
  const content = new Blob([new Uint8Array(view.buffer, start, packed).slice()]);
  if (method === STORED) return { name, text: await content.text() };
  if (method !== DEFLATED) return null;
  try {
    return { name, text: await inflated(content) };
  } catch {
    // Bytes that are no archive, or that unfold to more than a deck is: as if the file were not in it.
    return null;
  }
}

async function inflated(content: Blob): Promise<string> {
  const reader = content.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > SIZE_MAX) throw new RangeError('too large');
  }
  return text + decoder.decode();
}
