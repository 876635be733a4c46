const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A count in a sentence: in words to twelve, then in figures. */
export function countWord(count: number): string {
  return WORDS[count] ?? String(count);
}
