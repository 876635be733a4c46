import { parseDocument } from 'yaml';
import type { Path } from '../deckSource.ts';
import { valueAt } from './treeAt.ts';
import { mayHaveAliases, withoutAliases } from './withoutAliases.ts';

/** The lines of a fact, with what stands between it and the next one. */
interface Section {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A deck file cut at its facts, without reading what is in them. */
interface Sections {
  readonly facts: readonly Section[];
  /** Where the line after `facts:` begins. */
  readonly bodyStart: number;
  /** Whether nothing stands after the facts. */
  readonly isLast: boolean;
}

/** Changes a text that holds what stands at a path. */
export type Edit = (text: string, path: Path) => string;

/**
 * Changes one fact, reading it alone: a file of a hundred facts is not read for a word. Where the fact cannot be cut out
 * (a file in one line, with aliases, …), the whole file is read. Throws where there is no such fact.
 */
export function inFact(yaml: string, id: string, edit: Edit): string {
  const section = sectionsOf(yaml)?.facts.find((one) => one.id === id);
  return inPart(yaml, section, (text, path) => edit(text, [...path, id]));
}

/** Changes a fact and the one beside it, which is enough to take it out. Throws where there is no such fact. */
export function aroundFact(yaml: string, id: string, edit: Edit): string {
  const facts = sectionsOf(yaml)?.facts ?? [];
  const at = facts.findIndex((one) => one.id === id);
  const [first, last] = at > 0 ? [facts[at - 1], facts[at]] : [facts[at], facts[at + 1]];
  const part = first && last && { start: first.start, end: last.end };
  return inPart(yaml, part, (text, path) => edit(text, [...path, id]));
}

/** Changes what comes after the last fact; `isSpaced` says whether empty lines stand between the facts. */
export function afterFacts(
  yaml: string,
  edit: (text: string, path: Path, isSpaced: boolean) => string,
): string {
  const facts = sectionsOf(yaml)?.facts ?? [];
  const [one, last] = facts.slice(-2);
  const isSpaced =
    last === undefined || one === undefined || /\n[ \t]*\r?\n/.test(yaml.slice(one.start, one.end));
  return inPart(yaml, last ?? one, (text, path) => edit(text, path, isSpaced));
}

/** Changes what stands before the facts: the head, the glossary, the faults, the retired ids. */
export function inHead(yaml: string, edit: (text: string) => string): string {
  const sections = sectionsOf(yaml);
  const head = sections?.isLast === true ? yaml.slice(0, sections.bodyStart) : undefined;
  if (head === undefined || !isWhole(head)) return edit(withoutAliases(yaml));
  return edit(head) + yaml.slice(head.length);
}

/** Whether the file has a fact with this id. */
export function hasFact(yaml: string, id: string): boolean {
  const sections = sectionsOf(yaml);
  return sections === undefined
    ? valueAt(yaml, ['facts', id]) !== undefined
    : sections.facts.some((one) => one.id === id);
}

/** The ids of the facts in which a text stands; undefined where the file cannot be cut. */
export function factsWith(yaml: string, pattern: RegExp): readonly string[] | undefined {
  const sections = sectionsOf(yaml);
  return sections?.facts.flatMap(({ id, start, end }) => (pattern.test(yaml.slice(start, end)) ? [id] : []));
}

/**
 * The head of a deck file and the text of each fact, in order. Undefined where the file cannot be cut, has something after its
 * facts or an id twice, or where one part may refer to another.
 */
export function partsOf(
  yaml: string,
): { readonly head: string; readonly facts: ReadonlyMap<string, string> } | undefined {
  const sections = sectionsOf(yaml);
  if (sections?.isLast !== true || mayHaveAliases(yaml)) return undefined;
  const facts = new Map(sections.facts.map(({ id, start, end }) => [id, yaml.slice(start, end)]));
  const [first] = sections.facts;
  if (first === undefined || facts.size < sections.facts.length) return undefined;
  return { head: yaml.slice(0, first.start), facts };
}

function inPart(yaml: string, part: { start: number; end: number } | undefined, edit: Edit): string {
  const text = part && yaml.slice(part.start, part.end);
  if (part === undefined || text === undefined || !isWhole(text))
    return edit(withoutAliases(yaml), ['facts']);
  return yaml.slice(0, part.start) + edit(text, []) + yaml.slice(part.end);
}

/** Whether a part of a file can be read by itself. */
function isWhole(text: string): boolean {
  return !mayHaveAliases(text) && parseDocument(text).errors.length === 0;
}

const FACTS = /(?:^|\n)facts:[ \t]*(?:#[^\n]*)?\r?\n/;
const LINE = /\n( *)([^\s#][^\n]*)/g;
/** An id that a reader could take for a number stands in quotes. */
const HEADER = /^(["']?)([a-z0-9]+(?:-[a-z0-9]+)*)\1:(?=\s|$)/;

/** By indentation alone: all that belongs to a fact is indented deeper than its id. Undefined where the lines are not like that. */
function sectionsOf(yaml: string): Sections | undefined {
  const match = FACTS.exec(yaml);
  if (match === null) return undefined;
  const bodyStart = match.index + match[0].length;
  const starts: { id: string; start: number }[] = [];
  let indent: number | undefined;
  let bodyEnd = yaml.length;
  LINE.lastIndex = bodyStart - 1;
  for (let line = LINE.exec(yaml); line !== null; line = LINE.exec(yaml)) {
    const [, pad = '', rest = ''] = line;
    if (pad === '') {
      bodyEnd = line.index + 1;
      break;
    }
    indent ??= pad.length;
    if (pad.length > indent) continue;
    const id = HEADER.exec(rest)?.[2];
    if (pad.length < indent || id === undefined) return undefined;
    starts.push({ id, start: line.index + 1 });
  }
  const facts = starts.map(({ id, start }, at) => ({ id, start, end: starts[at + 1]?.start ?? bodyEnd }));
  return { facts, bodyStart, isLast: bodyEnd === yaml.length };
}
