/**
 * The lines once a pasted list is spread over them from line `at`; undefined where the text is a single item. Commas,
 * semicolons and line breaks part items; what does not fit stays in the last line.
 */
export function spread(lines: readonly string[], at: number, pasted: string): readonly string[] | undefined {
  const items = pasted
    .split(/[,;\r\n]+/)
    .map((item) => item.trim().replace(/^(?:[-•*]|\d+[.)])\s+/, ''))
    .filter((item) => item !== '');
  if (items.length < 2) return undefined;
  const room = lines.length - at;
  const fitting =
    items.length > room ? [...items.slice(0, room - 1), items.slice(room - 1).join(', ')] : items;
  return lines.map((line, i) => fitting[i - at] ?? line);
}
