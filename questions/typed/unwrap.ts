/** Words that may stand before an answer without changing it: "it is Russia", "since 2013". */
const BEFORE = new Set(
  (
    'it its is was were are be would they this that thats these there i think guess believe suppose maybe perhaps ' +
    'probably the a an in of by to from at on via with through during since year country city state president called named answer mr mrs'
  ).split(' '),
);

/** Words that may follow an answer without changing it: "Russia, I think". */
const AFTER = new Set('i think guess believe suppose maybe perhaps probably'.split(' '));

const MOST_BEFORE = 6;
const MOST_AFTER = 3;

/**
 * The folded answer, then what is left of it without harmless words before and after it, longest first.
 * Words that can change the meaning (not, or, and, except, against …) are never taken away.
 */
export function unwrap(folded: string): readonly string[] {
  const words = folded.split(' ');
  const lead = harmless(words, BEFORE, MOST_BEFORE);
  const tail = harmless([...words].reverse(), AFTER, MOST_AFTER);
  const found = new Set<string>([folded]);
  for (let cut = 1; cut <= lead + tail; cut++) {
    for (let after = Math.max(0, cut - lead); after <= Math.min(cut, tail); after++) {
      const kept = words.slice(cut - after, words.length - after);
      if (kept.length > 0) found.add(kept.join(' '));
    }
  }
  return [...found];
}

/** How many words at the front are harmless, at most `most`; the president of a country is not that country. */
function harmless(words: readonly string[], set: ReadonlySet<string>, most: number): number {
  const first = words
    .slice(0, most)
    .findIndex((word, i) => !set.has(word) || (word === 'president' && words[i + 1] === 'of'));
  return first === -1 ? Math.min(most, words.length) : first;
}
