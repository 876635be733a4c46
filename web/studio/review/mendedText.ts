/** Words that begin a question or a sentence and are no names. */
const COMMON =
  /^(?:who|whom|whose|what|which|when|where|why|how|in|on|at|by|for|from|to|of|the|a|an|name|list|give|as|since|after|before|there|it|they|he|she|this|that|these|those)\b/i;

/** A sentence or question with whose claim it is at its head; its first word becomes small unless it is a name. */
export function attributed(stem: string, by: string, isName: (word: string) => boolean): string {
  const [first = ''] = stem.split(/\s/);
  const isSmall = COMMON.test(stem) && !isName(first);
  const rest = isSmall ? stem.charAt(0).toLowerCase() + stem.slice(1) : stem;
  return `According to ${by}, ${rest}`;
}

/** A sentence or question that says of which time it speaks. */
export function dated(stem: string): string {
  return beforeEnd(stem, ' when the text was written');
}

/** A question that says in brackets what is wanted. */
export function counted(stem: string, what: string): string {
  return beforeEnd(stem, ` (${what})`);
}

function beforeEnd(stem: string, words: string): string {
  const [, body = stem, end = ''] = /^([\s\S]*?)([.?!…]*)\s*$/.exec(stem) ?? [];
  return body + words + end;
}
