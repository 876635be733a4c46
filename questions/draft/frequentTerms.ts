import { foldSpelling } from '../typed/fold.ts';
import { TITLE } from './nameKind.ts';
import type { Sentence } from './sentence.ts';

const TERMS_MAX = 16;
/** So often a term of two words, and a single word, must stand in a document to be one of its terms. */
const PAIR_MIN = 2;
const WORD_MIN = 4;
const GENERAL =
  /^(?:way|time|part|year|day|hour|month|thing|number|level|term|kind|sort|case|fact|point|example|result|reason|question|people|world|country|use|form|end|lot|other|one|person|man|woman|place|side|name|order|set|group|work|system|process|type|step|page|data|amount|more|hand|line|change)s?$/;

/** A term with its other number, where the document has both. */
export interface Term {
  readonly term: string;
  readonly aliases: readonly string[];
}

/** What a document speaks of again and again, the most frequent first; nothing that is known already (folded). */
export function frequentTerms(sentences: readonly Sentence[], known: readonly string[]): readonly Term[] {
  const counts = new Map<string, Map<string, number>>();
  for (const sentence of sentences)
    for (const phrase of phrasesIn(sentence)) {
      const key = singular(phrase.toLowerCase());
      const forms = counts.get(key) ?? new Map<string, number>();
      counts.set(key, forms.set(phrase.toLowerCase(), (forms.get(phrase.toLowerCase()) ?? 0) + 1));
    }
  const taken = new Set(known);
  return [...counts]
    .map(([key, forms]) => ({ key, forms, count: [...forms.values()].reduce((sum, one) => sum + one, 0) }))
    .filter(
      ({ key, count }) => count >= (key.includes(' ') ? PAIR_MIN : WORD_MIN) && !taken.has(foldSpelling(key)),
    )
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, TERMS_MAX)
    .map(({ forms }): Term => {
      const [term = '', ...aliases] = [...forms.keys()].sort((a, b) => a.length - b.length);
      return { term, aliases };
    });
}

/** Single nouns, and pairs such as "natural gas". */
function phrasesIn(sentence: Sentence): readonly string[] {
  const words = sentence.words;
  return words.flatMap((word, at) => {
    if (
      word.pos !== 'NOUN' ||
      word.text.length < 4 ||
      GENERAL.test(word.text) ||
      TITLE.test(word.text) ||
      !/^\p{L}[\p{L}-]+$/u.test(word.text)
    )
      return [];
    const [before, after] = [words[at - 1], words[at + 1]];
    if (after?.pos === 'NOUN') return [];
    const isPair =
      (before?.pos === 'NOUN' || before?.pos === 'ADJ') &&
      /^\p{Ll}{3,}$/u.test(before.text) &&
      !/^(?:same|other|many|such|own|new|first|last|next|more|most|few|several|different|main)$/.test(
        before.text,
      );
    return isPair ? [`${before.text} ${word.text}`] : [word.text];
  });
}

function singular(phrase: string): string {
  return phrase.replace(/ies$/, 'y').replace(/(?<=[^su])s$/, '');
}
