import type { Tagged } from './tagger.ts';

const SMALL =
  /^(?:and|or|the|of|in|on|at|to|for|from|by|with|an?|is|are|was|were|it|this|that|these|but|if)$/i;

/** Words with the parts of speech that their neighbours and capitals tell better than the tagger did. */
export function retagged(words: readonly Tagged[]): readonly Tagged[] {
  const isShouted = words.every(({ text }) => text === text.toUpperCase());
  return asides(words).map((word, at): Tagged => {
    const before = words[at - 1];
    const isInside = at > 0 && before !== undefined && !/^[“"‘(:.?!]$/.test(before.text);
    if (isInside && !isShouted && /^\p{Lu}/u.test(word.text) && !SMALL.test(word.text) && word.text !== 'I')
      return word.pos === 'PROPN' || word.pos === 'NUM' || word.pos === 'PRON'
        ? word
        : { ...word, pos: 'PROPN' };
    if (at === 0 && word.pos === 'PROPN' && !isShouted) return firstWord(word, words);
    if (word.text === 'led' && word.pos === 'NOUN') return { ...word, pos: 'VERB', lemma: 'lead' };
    if (isDeed(words, at)) return { ...word, pos: 'NOUN' };
    if (isThatClause(words, at)) return { ...word, pos: 'SCONJ' };
    if (isConjunction(words, at)) return { ...word, pos: 'SCONJ' };
    return isHiddenVerb(words, at) ? { ...word, pos: 'VERB' } : word;
  });
}

/** A capital at the beginning makes no name: "Heavy rainfall led …", "Bakers knead …". */
function firstWord(word: Tagged, words: readonly Tagged[]): Tagged {
  if (!/^\p{Lu}\p{Ll}+$/u.test(word.text)) return word;
  if (isHiddenVerb(words, 1)) return { ...word, pos: 'NOUN', lemma: word.text.toLowerCase() };
  if (words[1]?.pos === 'NOUN') return { ...word, pos: 'ADJ' };
  const isPlural = /[^sui]s$/.test(word.text) && isPluralVerb(words[1]);
  return isPlural ? { ...word, pos: 'NOUN', lemma: word.text.slice(0, -1).toLowerCase() } : word;
}

function isPluralVerb(word: Tagged | undefined): boolean {
  if (word === undefined) return false;
  if (word.pos === 'AUX') return /^(?:are|were|have|do)$/.test(word.text);
  return word.pos === 'VERB' && word.text === word.lemma;
}

/** "a slight rocking,": a verb's noun. */
function isDeed(words: readonly Tagged[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  return (
    word?.pos === 'VERB' &&
    word.text.endsWith('ing') &&
    /^(?:DET|ADJ)$/.test(before?.pos ?? '') &&
    (after === undefined || /^(?:PUNCT|AUX)$/.test(after.pos) || after.text === 'of')
  );
}

/** "discovered in 1857 that fermentation is …": no article, though a noun follows. */
function isThatClause(words: readonly Tagged[], at: number): boolean {
  const [before, word, noun, verb] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
  return (
    word?.pos === 'DET' &&
    word.text === 'that' &&
    noun?.pos === 'NOUN' &&
    verb?.pos === 'AUX' &&
    /^(?:NUM|NOUN|VERB|PROPN)$/.test(before?.pos ?? '')
  );
}

/** "when", "where" before a subject with its verb. */
function isConjunction(words: readonly Tagged[], at: number): boolean {
  if (words[at]?.pos !== 'ADV' || !/^(?:when|where|whenever|while|once)$/i.test(words[at]?.text ?? ''))
    return false;
  const after = words.slice(at + 1, at + 10);
  const mark = after.findIndex(({ pos, text }) => pos === 'PUNCT' && !/^[-‐‑]$/.test(text));
  const clause = after.slice(0, mark < 0 ? undefined : mark);
  return (
    /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(clause[0]?.pos ?? '') &&
    clause.some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  );
}

/** A verb that was taken for a noun, in a clause without another: "Russia and Kazakhstan share one of the longest borders". */
function isHiddenVerb(words: readonly Tagged[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (word?.pos !== 'NOUN' || before === undefined || after === undefined) return false;
  const isNamed = before.pos === 'PROPN' && (after.pos === 'DET' || after.text === 'one');
  const isMany =
    before.pos === 'NOUN' && /[^su]s$/.test(before.text) !== /[^su]s$/.test(word.text) && beginsObject(after);
  const isBare =
    (at === 1 ||
      (at <= 4 &&
        before.pos !== 'ADJ' &&
        /^(?:from|to|into|through|on|in|at|under|over)$/.test(after.text))) &&
    /[^s]s$/.test(word.text) &&
    /^(?:SCONJ|ADP)$/.test(after.pos) &&
    after.text !== 'of';
  return (isNamed || isMany || isBare) && !hasVerb(words, at);
}

function beginsObject({ pos }: Tagged): boolean {
  return pos === 'DET' || pos === 'ADJ' || pos === 'NOUN' || pos === 'PROPN';
}

function isEdge({ pos, text }: Tagged): boolean {
  return pos === 'SCONJ' || /^[,;:.]$/.test(text);
}

/** Whether the words between the marks and conjunctions around a word have a verb. */
function hasVerb(words: readonly Tagged[], at: number): boolean {
  let from = at;
  for (let word = words[from - 1]; word !== undefined && !isEdge(word); word = words[from - 1]) from -= 1;
  const after = words.slice(at).findIndex(isEdge);
  const clause = words.slice(from, after < 0 ? words.length : at + after);
  return clause.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

const ASIDES = new Set(
  'in fact|of course|for example|for instance|in turn|in particular|at least|in general|in practice|at first|at last|as well'.split(
    '|',
  ),
);

/** Two words that are said by the way stand as adverbs. */
function asides(words: readonly Tagged[]): readonly Tagged[] {
  return words.map((word, at): Tagged =>
    isAside(words, at) || isAside(words, at - 1) ? { ...word, pos: 'ADV' } : word,
  );
}

function isAside(words: readonly Tagged[], at: number): boolean {
  return ASIDES.has(`${words[at]?.text.toLowerCase() ?? ''} ${words[at + 1]?.text.toLowerCase() ?? ''}`);
}
