const LENGTH_MAX = 80;
/** A heading may stand below some lines of other things. */
const LINES_MAX = 40;

/** A title for a document: its first heading, else its first line, cut after a word. Empty where it has no text. */
export function proposedTitle(document: string): string {
  const lines = document
    .slice(0, 20_000)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const heading = lines
    .slice(0, LINES_MAX)
    .map((line) => /^#{1,3}\s+(.+?)\s*#*$/.exec(line)?.[1])
    .find((words) => words !== undefined);
  return cut(plain(heading ?? lines[0] ?? ''));
}

function plain(line: string): string {
  return line
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/^[#>\-+\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function cut(line: string): string {
  if (line.length <= LENGTH_MAX) return line;
  const end = line.lastIndexOf(' ', LENGTH_MAX);
  return `${line.slice(0, end > 0 ? end : LENGTH_MAX).replace(/[\s,;:.–-]+$/, '')} …`;
}
