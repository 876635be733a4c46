import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A deck's two files as they lie on disk. */
export interface DeckFolder {
  readonly id: string;
  readonly path: string;
  readonly yaml: string;
  readonly document: string;
  /** SHA-256 of the document's bytes, in hexadecimal. */
  readonly documentSha256: string;
  /** SHA-256 over both files, in hexadecimal. */
  readonly revision: string;
}

/** The deck folders inside a folder, by name. */
export function deckPathsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory())
    .sort();
}

/** Reads one deck folder. Throws, naming the file, where one of the two is missing or no UTF-8. */
export function readDeckFolder(path: string): DeckFolder {
  const yaml = read(join(path, 'deck.yaml'));
  const document = read(join(path, 'document.md'));
  const revision = sha256(Buffer.concat([yaml.bytes, Buffer.from([0]), document.bytes]));
  return {
    id: basename(path),
    path,
    yaml: yaml.text,
    document: document.text,
    documentSha256: sha256(document.bytes),
    revision,
  };
}

function read(path: string): { bytes: Buffer; text: string } {
  if (!existsSync(path)) throw new Error(`${path}: there is no such file`);
  const bytes = readFileSync(path);
  try {
    return { bytes, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    throw new Error(`${path}: is not UTF-8 text`);
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
