import type { Fact } from '../deck.ts';
import { addFact } from './addFact.ts';
import { authoredFact } from './authored.ts';
import { pairText } from './yamlText.ts';

/**
 * A deck file with new facts put in after the others. The first one shows how: the rest are printed below it in the same way, so
 * that the file is read once and not for each of them.
 */
export function addFacts(yaml: string, facts: Readonly<Record<string, Fact>>): string {
  const [first, ...rest] = Object.entries(facts);
  if (first === undefined) return yaml;
  const begun = addFact(yaml, ...first);
  const place = placeAfter(yaml, begun, first[0]);
  if (place === undefined) return rest.reduce((text, [id, fact]) => addFact(text, id, fact), begun);
  const { lines, end, indent, lineBreak } = place;
  const more = rest.flatMap(([id, fact]) => [
    '',
    ...pairText(id, authoredFact(fact), indent, true).split('\n'),
  ]);
  return [...lines.slice(0, end), ...more, ...lines.slice(end)].join(lineBreak);
}

/** Where the fact ends that was put in; undefined where the file is not one of lines. */
function placeAfter(before: string, after: string, id: string) {
  const lineBreak = after.includes('\r\n') ? '\r\n' : '\n';
  const [old, lines] = [before.split(lineBreak), after.split(lineBreak)];
  const same = lines.findIndex((line, at) => line !== old[at]);
  let kept = 0;
  while (kept < old.length - same && old[old.length - 1 - kept] === lines[lines.length - 1 - kept]) kept += 1;
  const end = lines.length - kept;
  const header = lines.slice(same, end).find((line) => line.trimStart() === `${id}:`);
  if (same < 0 || header === undefined) return undefined;
  return { lines, end, indent: header.length - header.trimStart().length, lineBreak };
}
