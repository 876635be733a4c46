import { parseDeckFile } from '../../questions/deckSource.ts';
import { deckNameOf } from '../../questions/deckName.ts';
import { addProject } from './newProject.ts';
import { filesOfZip } from './unzip.ts';

/** What became of a deck folder that was given: a project, or why not, in a sentence. */
export type FolderOpened =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: string };

/** Texts of a folder, by the names of their files. */
type Texts = ReadonlyMap<string, string>;

/** Makes a project of a deck folder: its files, or the archive that the studio gave out. Null where the files are none. */
export async function openFolder(
  files: readonly File[],
  taken: readonly string[],
): Promise<FolderOpened | null> {
  const texts = await textsOf(files);
  if (texts === null) return null;
  const yaml = texts.get('deck.yaml');
  const document = texts.get('document.md');
  if (yaml === undefined) return { ok: false, why: 'The archive has no deck.yaml in it.' };
  if (document === undefined)
    return { ok: false, why: 'A deck needs its document: give deck.yaml and document.md together.' };
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) {
    const [first] = parsed.problems;
    const where = first === undefined ? '' : ` Line ${first.line}: ${first.message}.`;
    return { ok: false, why: `The deck file has faults.${where}` };
  }
  const name = deckNameOf(parsed.source.file.title, taken);
  const offered = texts.get('offered.txt') ?? '';
  return { ok: true, id: await addProject({ name, yaml, document, offered, reasons: {} }) };
}

async function textsOf(files: readonly File[]): Promise<Texts | null> {
  const zip = files.find(({ name }) => name.endsWith('.zip'));
  if (zip !== undefined)
    return new Map((await filesOfZip(zip)).map(({ name, text }) => [baseOf(name), text]));
  if (!files.some(({ name }) => isDeckFile(name))) return null;
  return new Map(
    await Promise.all(files.map(async (file) => [roleOf(file.name), await file.text()] as const)),
  );
}

/** A browser may number the files that it downloads: “deck (1).yaml”. */
function roleOf(name: string): string {
  if (isDeckFile(name)) return 'deck.yaml';
  return name.endsWith('.md') ? 'document.md' : name;
}

function isDeckFile(name: string): boolean {
  return name.endsWith('.yaml') || name.endsWith('.yml');
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
