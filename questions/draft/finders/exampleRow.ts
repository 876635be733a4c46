import { whQuestion, type WhQuestion } from '../asking/whQuestion.ts';
import { nounPhraseEnd } from '../clause/nounPhrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

/** Asks for the row of "minerals such as A, B and C", "companies, including A, B and C", "three metals: A, B and C". */
export function exampleQuestion(
  row: Span,
  count: string,
  sentence: Sentence,
  surroundings: Surroundings,
): WhQuestion | undefined {
  const { words } = sentence;
  const before = (back: number) => words[row.from - back]?.text.toLowerCase() ?? '';
  const cue =
    before(2) === 'such' && before(1) === 'as'
      ? 2
      : /^(?:including|like|namely|:|–)$/.test(before(1))
        ? 1
        : 0;
  if (cue === 0) return undefined;
  const end = row.from - cue - (before(cue + 1) === ',' ? 1 : 0);
  const start = phraseStart(words, end);
  if (start === undefined) return announcedQuestion(row, count, sentence, surroundings);
  const noun = textOf(sentence, { from: start, to: end }).replace(
    /^(?:the|these|many|several|some|various|\d+|two|three|four|five|six|seven|eight|nine|ten)\s+/i,
    '',
  );
  const isExample = cue === 2 || before(1) !== ':';
  const wh = `which ${count} ${lowered(noun)}`;
  const made =
    whQuestion(wh, { from: start, to: row.to }, sentence, surroundings) ??
    whQuestion(wh, { from: start, to: end }, sentence, surroundings);
  const prompt =
    made?.prompt ??
    (wordCount(noun) >= 2 ? `Which ${count} ${lowered(noun)} does the text name?` : undefined);
  if (prompt === undefined) return undefined;
  const named = isExample && made !== undefined ? `According to the text, w${prompt.slice(1)}` : prompt;
  return { prompt: named, fluency: (made?.fluency ?? 0.6) * (isExample ? 0.8 : 1) };
}

/** "Three inventions made the press possible: A, B and C." */
function announcedQuestion(
  row: Span,
  count: string,
  sentence: Sentence,
  surroundings: Surroundings,
): WhQuestion | undefined {
  const { words } = sentence;
  if (words[row.from - 1]?.text !== ':') return undefined;
  const from = words.findIndex(({ text }, at) => at < row.from && text.toLowerCase() === count);
  const to = from < 0 ? 0 : nounPhraseEnd(words, from);
  const noun = textOf(sentence, { from: from + 1, to });
  return to <= from + 1
    ? undefined
    : whQuestion(`which ${count} ${noun}`, { from, to }, sentence, surroundings);
}

/** The beginning of the plural noun phrase that ends before a word. */
function phraseStart(words: Sentence['words'], end: number): number | undefined {
  const head = words[end - 1];
  const isFirst = end === 1 && /[^s]s$/.test(head?.text ?? '');
  if (head === undefined || !(isFirst || (head.pos === 'NOUN' && head.text.toLowerCase() !== head.lemma)))
    return undefined;
  let start = end - 1;
  while (start > 0 && nounPhraseEnd(words, start - 1) === end) start -= 1;
  return start;
}

function lowered(noun: string): string {
  return noun.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}
