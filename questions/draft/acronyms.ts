/** An acronym and what it stands for, as a document says them together. */
export interface AcronymRead {
  readonly acronym: string;
  readonly expansion: string;
}

const LONG = String.raw`\p{Lu}[\p{L}’'-]+(?:\s+(?:(?:of|for|and|the|on|in|de)\s+)*\p{Lu}[\p{L}’'-]+){1,7}`;
const SHORT = String.raw`\p{Lu}[\p{L}\p{N}]{1,7}`;
const LONG_FIRST = new RegExp(String.raw`(${LONG})\s*[(–—]\s*(${SHORT})\s*[)–—]`, 'gu');
const SHORT_FIRST = new RegExp(
  String.raw`(?<![\p{L}])(${SHORT})(?:\s*[(–—]\s*|,\s+)(?:the\s+)?(${LONG})`,
  'gu',
);

/** The acronyms that a text explains, each once: "Collective Security Treaty Organization (CSTO)", "CERN, the European …". */
export function acronymsIn(text: string): readonly AcronymRead[] {
  const found = new Map<string, AcronymRead>();
  const add = (acronym: string, long: string) => {
    const expansion = expansionOf(acronym, long);
    if (expansion !== undefined && !found.has(acronym)) found.set(acronym, { acronym, expansion });
  };
  for (const [, long = '', short = ''] of text.matchAll(LONG_FIRST)) add(short, long);
  for (const [whole = '', short = '', long = ''] of text.matchAll(SHORT_FIRST)) {
    add(short, long);
    const isNamed = /^\p{Lu}{3,}, the /u.test(whole.replace(/\s+/g, ' '));
    if (isNamed && !found.has(short))
      found.set(short, { acronym: short, expansion: long.replace(/\s+/g, ' ') });
  }
  return [...found.values()];
}

/** The end or beginning of a long name whose initials are the acronym. */
function expansionOf(acronym: string, long: string): string | undefined {
  const words = long.split(/\s+/);
  const letters = acronym.toUpperCase();
  for (let from = 0; from < words.length; from += 1) {
    for (let to = words.length; to > from + 1; to -= 1) {
      const some = words.slice(from, to);
      const capitals = some.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.slice(0, 1));
      const all = some.map((word) => word.slice(0, 1).toUpperCase());
      if (capitals.join('') === letters || all.join('') === letters) return some.join(' ');
    }
  }
  return undefined;
}
