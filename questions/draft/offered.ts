/**
 * A deck folder's `offered.txt`: one line for each draft that was offered once, `SIGNATURE FACT/QUESTION`. What stands in it
 * is not offered again, whatever became of it; a line that is taken out brings its draft back.
 */
const LINE = /^([0-9a-f]{16})(?:\s|$)/;

const HEAD = `# What was offered once is not offered again. Take a line out to have its draft back.\n`;

/** The signatures in the text; other lines are the author's own. */
export function offeredIn(text: string): ReadonlySet<string> {
  return new Set(text.split(/\r?\n/).flatMap((line) => LINE.exec(line)?.[1] ?? []));
}

/** A draft that is being offered. */
export interface Offer {
  readonly signature: string;
  readonly fact: string;
  readonly question: string;
}

/** The text with these offers after all else. */
export function withOffers(text: string, offers: readonly Offer[]): string {
  if (offers.length === 0) return text;
  const start = text === '' ? HEAD : text.endsWith('\n') ? text : `${text}\n`;
  return start + offers.map(({ signature, fact, question }) => `${signature} ${fact}/${question}\n`).join('');
}
