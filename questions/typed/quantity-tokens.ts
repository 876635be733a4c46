const WORDS_TO_DROP =
  'about around approximately approx circa ca c roughly nearly almost over some more than just at least exactly ' +
  'it its is was were are there they i think guess believe suppose maybe perhaps probably ish so number nr';
const HEDGES = new Set([...WORDS_TO_DROP.split(' '), '~', '≈', '#']);

const TOKEN =
  /\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'_]\d+)*(?:e[+-]?\d+)?|\p{L}+[23]?(?!\d)|\p{L}+|[^\s.,;:!?()"'“”]/gu;

/** Numerals, words and signs of a text, in order, lower case, without the hedges before and after ("about", "~", "I think"). */
export function quantityTokens(text: string): readonly string[] {
  const plain = text
    .replace(/[½¼¾⅐-⅞]/gu, ' $& ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[’‘]/gu, "'")
    .replace(/\u2044/gu, '/')
    .replace(/[\u2212\u2010\u2011]/gu, '-')
    .replace(/(?<=\p{L})['.](?=\p{L})/gu, '')
    .replace(/(?<![\d.,])\.(?=\d)/gu, '0.')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/\s+/gu, ' ');
  return withoutHedges(plain.match(TOKEN) ?? []);
}

function withoutHedges(tokens: readonly string[]): readonly string[] {
  const first = tokens.findIndex((token) => !HEDGES.has(token));
  if (first === -1) return [];
  let end = tokens.length;
  while (end > first && HEDGES.has(tokens[end - 1] ?? '')) end--;
  if (tokens[end - 1] === 'or' && tokens[end] === 'so') end--;
  return tokens.slice(first, end);
}

/** Whether a token is written in digits. */
export function isNumeral(token: string | undefined): token is string {
  return token !== undefined && /^\d/u.test(token);
}
