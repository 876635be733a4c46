/** A stretch of the document: UTF-16 offsets, `end` exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The parts of a W3C TextQuoteSelector. */
export interface TextQuote {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

export type Found =
  | { readonly found: 'once'; readonly place: Place }
  | { readonly found: 'never' }
  | { readonly found: 'often'; readonly times: number };

/** Finds a passage verbatim: prefix, exact and suffix joined must stand in the document once and only once. */
export function findPassage(document: string, quote: TextQuote): Found {
  const before = quote.prefix ?? '';
  const whole = before + quote.exact + (quote.suffix ?? '');
  const first = document.indexOf(whole);
  if (first < 0 || quote.exact === '') return { found: 'never' };
  let times = 1;
  for (let at = document.indexOf(whole, first + 1); at >= 0; at = document.indexOf(whole, at + 1)) times += 1;
  if (times > 1) return { found: 'often', times };
  const start = first + before.length;
  return { found: 'once', place: { start, end: start + quote.exact.length } };
}

/** Whether two places share at least one character. */
export function overlap(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}
