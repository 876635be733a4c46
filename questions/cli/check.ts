import { join, relative } from 'node:path';
import { parseDeckFile } from '../deckSource.ts';
import { lint } from '../lint.ts';
import type { Finding } from '../lint/finding.ts';
import { formFindings } from '../lint/form.ts';
import { readDeckFolder, type DeckFolder } from './decks.ts';

/** A finding with the deck file that it is about. */
export interface FileFinding extends Finding {
  readonly file: string;
}

/** What a run says, and its exit code: 0 nothing blocks, 1 something does. */
export interface Checked {
  readonly code: 0 | 1;
  readonly lines: readonly string[];
}

export interface CheckOptions {
  readonly json: boolean;
  readonly publish: boolean;
  /** File names are shown relative to it. */
  readonly from: string;
}

/** Lints the decks in these folders. Throws, naming them all, where files are missing or no UTF-8. */
export function check(paths: readonly string[], options: CheckOptions): Checked {
  const findings = foldersAt(paths).flatMap((folder) => findingsIn(folder, options));
  const code = findings.some(({ level }) => level === 'E') ? 1 : 0;
  if (options.json) return { code, lines: [JSON.stringify(findings, null, 2)] };
  return { code, lines: [...findings.map(lineOf), closing(findings, paths.length)] };
}

function foldersAt(paths: readonly string[]): readonly DeckFolder[] {
  const folders: DeckFolder[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    try {
      folders.push(readDeckFolder(path));
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return folders;
}

function findingsIn(folder: DeckFolder, { publish, from }: CheckOptions): readonly FileFinding[] {
  const parsed = parseDeckFile(folder.yaml);
  const findings = parsed.ok
    ? lint(parsed.source, folder.document, { sha256: folder.documentSha256, publish })
    : formFindings(parsed.problems);
  const file = relative(from, join(folder.path, 'deck.yaml'));
  return findings.map((finding) => Object.assign({ file }, finding));
}

function lineOf({ file, line, column, level, rule, message }: FileFinding): string {
  return `${file}:${line}:${column}  ${level} ${rule}  ${message}`;
}

function closing(findings: readonly FileFinding[], decks: number): string {
  const count = (level: string, name: string) =>
    counted(findings.filter((finding) => finding.level === level).length, name);
  return `${count('E', 'error')}, ${count('W', 'warning')}, ${count('I', 'remark')} in ${counted(decks, 'deck')}`;
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
