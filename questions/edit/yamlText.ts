/** Data that a deck file can hold. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** A line of a printed deck file is no longer, where it can be broken. */
const WIDTH = 110;
/** Text longer than a line is folded to lines of this many characters. */
const FOLDED_WIDTH = 100;

/** Quotes of the document are never plain: an unquoted ` #` would cut them short. */
const QUOTED = new Set(['exact', 'prefix', 'suffix']);

/**
 * A key and its value as the lines of a block map, the first one indented too, without the last line break. Maps and
 * lists stand on one line where they fit, unless `isOpen`.
 */
export function pairText(key: string, value: Plain, indent: number, isOpen = false): string {
  return `${' '.repeat(indent)}${keyText(key)}:${valueText(key, value, indent, isOpen)}`;
}

/** What stands after the colon of a pair of a block map: a space and the value, or its lines. */
export function valueText(key: string, value: Plain, indent: number, isOpen = false): string {
  if (typeof value === 'string') return ` ${textOf(key, value, indent)}`;
  if (!isBranch(value) || isEmpty(value)) return ` ${flowText(value)}`;
  const flow = flowText(value);
  const isFlow = !isOpen && key !== 'questions' && indent + key.length + 2 + flow.length <= WIDTH;
  if (isFlow) return ` ${flow}`;
  if (isList(value)) return value.map((item) => `\n${itemText(item, indent + 2)}`).join('');
  return definedIn(value)
    .map(([name, part]) => `\n${pairText(name, part, indent + 2, key === 'questions')}`)
    .join('');
}

/** A value on one line, as it may stand inside brackets. */
export function flowText(value: Plain): string {
  if (typeof value === 'string') return isPlainSafe(value, true) ? value : quotedText(value);
  if (!isBranch(value)) return String(value);
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`;
  const pairs = definedIn(value).map(([key, part]) => `${keyText(key)}: ${flowPart(key, part)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** A key, in quotes where it has to be. */
export function keyText(key: string): string {
  return isPlainSafe(key, true) && !key.includes(':') ? key : quotedText(key);
}

/** The value of a pair inside brackets. */
export function flowPart(key: string, value: Plain): string {
  return typeof value === 'string' && QUOTED.has(key) ? quotedText(value) : flowText(value);
}

/** An item of a block list. */
export function itemText(item: Plain, indent: number): string {
  const pad = ' '.repeat(indent);
  if (typeof item === 'string') return `${pad}- ${textOf('', item, indent)}`;
  const flow = flowText(item);
  if (!isBranch(item) || isList(item) || indent + 2 + flow.length <= WIDTH) return `${pad}- ${flow}`;
  const lines = definedIn(item)
    .map(([key, part]) => pairText(key, part, indent + 2))
    .join('\n');
  return `${pad}- ${lines.slice(indent + 2)}`;
}

/** A text as a value of a block map: plain, in double quotes, or as a block where it is long or has lines. */
function textOf(key: string, text: string, indent: number): string {
  const pad = `\n${' '.repeat(indent + 2)}`;
  if (isLiteralSafe(text)) return `|-\n${text}`.replace(/\n(?!\n|$)/g, pad);
  const inline = isPlainSafe(text, false) && !QUOTED.has(key) ? text : quotedText(text);
  if (indent + key.length + 2 + inline.length <= WIDTH || !isFoldSafe(text)) return inline;
  return `>-${folded(text, FOLDED_WIDTH - indent)
    .map((line) => pad + line)
    .join('')}`;
}

/** Lines that give the text again when they are joined by spaces. Words are parted where one space stands alone. */
function folded(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Controls, half surrogate pairs and invisible marks: shown as escapes. */
const ODD = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u;
const ODD_ALL = new RegExp(ODD, 'gu');
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function isPlainSafe(text: string, isInFlow: boolean): boolean {
  if (!/^\p{L}/u.test(text) || ODD.test(text) || RESERVED.test(text)) return false;
  return !/: | #|[:\s]$/.test(text) && !(isInFlow && /[,[\]{}]|:$/.test(text));
}

function isLiteralSafe(text: string): boolean {
  return text.includes('\n') && !ODD.test(text.replaceAll('\n', '')) && !/^\s|[^\S\n]\n|\s$/.test(text);
}

function isFoldSafe(text: string): boolean {
  return !ODD.test(text) && !/^\s|\s$/.test(text);
}

/** In double quotes, with JSON's escapes, which are all YAML's too. */
function quotedText(text: string): string {
  return JSON.stringify(text).replace(
    ODD_ALL,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isBranch(value: Plain): value is readonly Plain[] | { readonly [key: string]: Plain | undefined } {
  return typeof value === 'object' && value !== null;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isEmpty(value: object): boolean {
  return Object.values(value).every((part) => part === undefined);
}

function definedIn(value: { readonly [key: string]: Plain | undefined }): readonly [string, Plain][] {
  return Object.entries(value).flatMap(([key, part]): [string, Plain][] =>
    part === undefined ? [] : [[key, part]],
  );
}
