// Compiles deck folders: `node questions/cli/build.ts --keys FILE --site DIR [--shell DIR] FOLDER…`.
// FILE gets everything (for the Worker alone); DIR/decks gets what may travel; a shell is copied into DIR first.
// A deck's file names the SHA-256 of its document's bytes, so that nobody takes it for another revision's.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, type CompiledDeck } from '../compile.ts';
import { parseDeckFile } from '../deckSource.ts';
import { lint } from '../lint.ts';
import { listing, publicPart } from '../travel.ts';
import { deckPathsIn, readDeckFolder } from './decks.ts';

function compileFolder(path: string): CompiledDeck {
  const folder = readDeckFolder(path);
  const parsed = parseDeckFile(folder.yaml);
  const findings = parsed.ok
    ? lint(parsed.source, folder.document, { sha256: folder.documentSha256, publish: false })
    : parsed.problems.map((problem) => ({ ...problem, rule: 'form', level: 'E' }));
  const errors = findings.filter(({ level }) => level === 'E');
  for (const { line, column, rule, message } of errors) {
    console.error(`${join(path, 'deck.yaml')}:${line}:${column}  ${rule}  ${message}`);
  }
  if (!parsed.ok || errors.length > 0)
    throw new Error(`${folder.id}: ${errors.length} errors; the deck is not built.`);
  return compile(folder.id, folder.revision, parsed.source.file, folder.document);
}

function writeSite(site: string, decks: readonly CompiledDeck[]): void {
  const folder = join(site, 'decks');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.json'), JSON.stringify(listing(decks)));
  for (const compiled of decks) {
    writeFileSync(join(folder, `${compiled.deck.id}.json`), JSON.stringify(publicPart(compiled)));
    writeFileSync(join(folder, `${compiled.deck.id}.txt`), compiled.document);
  }
}

try {
  const { values, positionals } = parseArgs({
    options: { keys: { type: 'string' }, site: { type: 'string' }, shell: { type: 'string' } },
    allowPositionals: true,
  });
  if (values.keys === undefined || values.site === undefined)
    throw new Error('build needs --keys FILE and --site DIR');
  const decks = positionals.flatMap(deckPathsIn).map(compileFolder);
  mkdirSync(dirname(values.keys), { recursive: true });
  writeFileSync(values.keys, JSON.stringify(decks));
  if (values.shell !== undefined) {
    rmSync(values.site, { recursive: true, force: true });
    cpSync(values.shell, values.site, { recursive: true });
  }
  writeSite(values.site, decks);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
