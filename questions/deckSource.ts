import * as v from 'valibot';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { DeckFileSchema, type DeckFile } from './deck.ts';

/** Keys and indexes from the root of the deck file. */
export type Path = readonly (string | number)[];

/** Lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A fault of the deck file's form. */
export interface Problem extends Position {
  readonly path: Path;
  readonly message: string;
}

/** A parsed deck file that still knows where everything stands. */
export interface DeckSource {
  readonly file: DeckFile;
  /** Where the value at a path begins; the nearest parent's place where there is no such value. */
  at(path: Path): Position;
  /** Whether the value is an unquoted one-line scalar, in which ` #` begins a comment. */
  isPlain(path: Path): boolean;
}

export type Parsed =
  | { readonly ok: true; readonly source: DeckSource }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const FILE_MAX = 2_000_000;
const ALIASES_MAX = 20;

/** Reads a deck file; gives all problems at once, each with its place. */
export function parseDeckFile(yaml: string): Parsed {
  if (yaml.length > FILE_MAX)
    return { ok: false, problems: [{ line: 1, column: 1, path: [], message: 'is over 2 MB' }] };
  const lines = new LineCounter();
  const tree = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true });
  const at = (path: Path) => position(tree, lines, path);
  if (tree.errors.length > 0) {
    return {
      ok: false,
      problems: tree.errors.map((error) => ({
        ...offsetPosition(lines, error.pos[0]),
        path: [],
        message: firstLine(error.message),
      })),
    };
  }
  const odd = oddKeys(tree);
  if (odd.length > 0) {
    return {
      ok: false,
      problems: odd.map((path) => ({
        ...at(path),
        path,
        message: `the key ${String(path.at(-1))} is not allowed`,
      })),
    };
  }
  const data = plainData(tree);
  if (data === undefined)
    return { ok: false, problems: [{ line: 1, column: 1, path: [], message: 'has too many aliases' }] };
  const result = v.safeParse(DeckFileSchema, data.value);
  if (result.success)
    return { ok: true, source: { file: result.output, at, isPlain: (path) => isPlain(tree, path) } };
  return {
    ok: false,
    problems: deepest(result.issues).map(({ path, message }) => ({ ...at(path), path, message })),
  };
}

/** The tree as plain data; undefined where its aliases would unfold to more than the yaml package allows. */
function plainData(tree: Document): { readonly value: unknown } | undefined {
  try {
    return { value: tree.toJS({ maxAliasCount: ALIASES_MAX }) };
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** Valibot gives a union's branches as sub-issues: the branch whose fault lies deepest is the one that was meant. */
function deepest(issues: readonly v.BaseIssue<unknown>[]): readonly { path: Path; message: string }[] {
  return issues.flatMap((issue) => {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const branches = (issue.issues ?? []).filter(({ path: within }) => within !== undefined);
    if (branches.length > 0) {
      return deepest(branches).map((inner) => ({ path: [...path, ...inner.path], message: inner.message }));
    }
    const missing = issue.received === 'undefined';
    return [{ path, message: missing ? `${String(path.at(-1) ?? 'the file')} is missing` : issue.message }];
  });
}

function position(tree: Document, lines: LineCounter, path: Path): Position {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = offsetOf(tree, path.slice(0, length));
    if (offset !== undefined) return offsetPosition(lines, offset);
  }
  return { line: 1, column: 1 };
}

function offsetOf(tree: Document, path: Path): number | undefined {
  const node = path.length === 0 ? tree.contents : tree.getIn(path, true);
  return (node as Node | null | undefined)?.range?.[0];
}

function offsetPosition(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function isPlain(tree: Document, path: Path): boolean {
  const node = tree.getIn(path, true);
  return isScalar(node) && node.type === 'PLAIN';
}

/** Keys that JavaScript objects treat as their own business. */
function oddKeys(tree: Document): readonly Path[] {
  const found: Path[] = [];
  const walk = (node: unknown, path: Path): void => {
    if (isSeq(node)) node.items.forEach((item, index) => walk(item, [...path, index]));
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '?';
      if (['__proto__', 'constructor', 'prototype', '?'].includes(name)) found.push([...path, name]);
      else walk(value, [...path, name]);
    }
  };
  walk(tree.contents, []);
  return found;
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
