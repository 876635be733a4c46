import { attributed } from '../asking/accordingTo.ts';
import { classNoun } from '../asking/classNoun.ts';
import { clozeForm } from '../asking/clozeForm.ts';
import { countWord } from '../asking/countWord.ts';
import { foundFact } from '../asking/foundFact.ts';
import { listForm } from '../asking/listForm.ts';
import { clarity } from '../asking/shortForm.ts';
import { whQuestion, type WhQuestion } from '../asking/whQuestion.ts';
import { resolved } from '../clause/antecedent.ts';
import { clausesOf } from '../clause/clause.ts';
import { capitalised, midSentence } from '../clause/midSentence.ts';
import { itemsFrom, nounPhraseEnd } from '../clause/nounPhrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { FormDraft, FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

const ROW_MIN = 3;

/** Facts of rows of three or more things in a sentence: "A, B and C". */
export function rowsInSentence(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  return rowsOf(sentence).flatMap((items) => rowFact(items, sentence, surroundings));
}

function rowsOf({ words }: Sentence): readonly (readonly Span[])[] {
  const rows: (readonly Span[])[] = [];
  for (let at = 0; at < words.length;) {
    const items = alike(itemsFrom(words, at), words);
    if (items.length >= ROW_MIN && isOfThings(items, words)) rows.push(items);
    at = items.length >= ROW_MIN ? (items.at(-1)?.to ?? at + 1) : at + 1;
  }
  return rows;
}

/** Without a first that has no article where the others have one, and with what "of" joins to the last. */
function alike(items: readonly Span[], words: Sentence['words']): readonly Span[] {
  const hasArticle = ({ from }: Span) => words[from]?.pos === 'DET';
  const own =
    items.slice(1).every(hasArticle) && !items.slice(0, 1).every(hasArticle) ? items.slice(1) : items;
  const last = own.at(-1);
  if (last === undefined || words[last.to]?.lemma !== 'of') return own;
  return [...own.slice(0, -1), { from: last.from, to: Math.max(last.to, nounPhraseEnd(words, last.to + 1)) }];
}

/** Years and numbers are other finders' business. */
function isOfThings(items: readonly Span[], words: Sentence['words']): boolean {
  const isNoun = ({ from, to }: Span) =>
    words.slice(from, to).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
  const isQuality = ({ from, to }: Span) => to === from + 1 && words[from]?.pos === 'ADJ';
  return items.every(isNoun) || items.every(isQuality);
}

function rowFact(
  items: readonly Span[],
  sentence: Sentence,
  surroundings: Surroundings,
): readonly FoundFact[] {
  const texts = items.map((item) => textOf(sentence, item));
  const asked = question(items, texts, sentence, surroundings);
  const prompt =
    asked === undefined ? undefined : attributed(surroundings.standingOf(sentence), asked.prompt);
  const missing = items[Math.floor(items.length / 2)];
  const forms: readonly (FormDraft | undefined)[] = [
    asked && prompt !== undefined
      ? listForm('name-all', prompt, texts, 0.9 * asked.fluency * clarity(asked.prompt))
      : undefined,
    missing &&
      clozeForm('missing-one', [{ span: missing, shows: 'one of the row' }], sentence, surroundings, 0.5),
  ];
  return foundFact(
    {
      reason: 'enumeration',
      answers: items,
      answerType: 'list',
      confidence: 0.85,
      forms,
      ...(asked?.statement === undefined ? {} : { statement: asked.statement }),
      ...(asked?.quoted === undefined ? {} : { quoted: asked.quoted }),
    },
    sentence,
    surroundings,
  );
}

/** A question, and how its fact is said and quoted where the sentence does it badly. */
interface Asked extends WhQuestion {
  readonly statement?: string;
  readonly quoted?: Span;
}

/** Asks for the row by what stands before it. */
function question(
  items: readonly Span[],
  texts: readonly string[],
  sentence: Sentence,
  surroundings: Surroundings,
): Asked | undefined {
  const first = items[0];
  const last = items.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const count = countWord(items.length);
  const row = { from: first.from, to: last.to };
  return (
    exampleQuestion(row, count, sentence, surroundings) ??
    composedQuestion(items, texts, count, sentence, surroundings) ??
    beingQuestion(row, count, sentence, surroundings) ??
    plainQuestion(row, texts, count, sentence, surroundings)
  );
}

/** "minerals such as A, B and C", "companies, including A, B and C", "three metals: A, B and C". */
function exampleQuestion(
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

/** "composed of A, B and C", "consists of A, B and C". */
function composedQuestion(
  items: readonly Span[],
  texts: readonly string[],
  count: string,
  sentence: Sentence,
  surroundings: Surroundings,
): Asked | undefined {
  const { words } = sentence;
  const start = items[0]?.from ?? 0;
  if (words[start - 1]?.lemma !== 'of') return undefined;
  const verbAt = words.findIndex(
    ({ text }, at) =>
      at < start &&
      at > start - 10 &&
      /^(?:composed|made|consists?|consisted|comprised|consisting|formed)$/i.test(text),
  );
  if (verbAt < 0) return undefined;
  const aside = textOf(sentence, { from: verbAt + 1, to: start - 1 });
  const { swaps, dangling } = resolved(sentence, surroundings);
  const clause = [...clausesOf(sentence)].reverse().find(({ subject }) => subject.to <= verbAt);
  if (clause === undefined || dangling.has(clause.subject.from)) return undefined;
  const what = midSentence(sentence, clause.subject, surroundings.document, swaps);
  const isNames = texts.every((text) => /^\p{Lu}/u.test(text));
  const members = isNames ? (classNoun(texts, surroundings.glossary) ?? 'names') : 'things';
  const isPartial = /\b(?:addition|besides|other|among|apart)\b/i.test(aside);
  const be = wasOrIs(verbAt, sentence);
  const row = items.map((item) => textOf(sentence, item)).join(', ');
  const said = {
    statement: capitalised(`${what} ${be} composed of these${isPartial ? ' and others' : ''}: ${row}.`),
    quoted: { from: verbAt, to: items.at(-1)?.to ?? verbAt },
  };
  return isPartial
    ? { ...said, prompt: `Which ${count} ${members} does the text list as parts of ${what}?`, fluency: 0.88 }
    : { ...said, prompt: `Of which ${count} ${members} ${be} ${what} composed?`, fluency: 0.9 };
}

function wasOrIs(verbAt: number, { words }: Sentence): string {
  return /^(?:was|were)$/.test(words[verbAt - 1]?.text ?? '') || words[verbAt]?.text === 'consisted'
    ? 'was'
    : 'is';
}

/** "The primary colours are A, B and C": name the three primary colours. */
function beingQuestion(
  row: Span,
  count: string,
  sentence: Sentence,
  surroundings: Surroundings,
): WhQuestion | undefined {
  const clause = clausesOf(sentence).find(({ rest }) => rest.from <= row.from && row.to <= rest.to);
  if (clause === undefined || clause.rest.from !== row.from) return undefined;
  const { subject, verb } = clause;
  if (sentence.words[verb.main]?.lemma !== 'be' || verb.main !== verb.first) return undefined;
  const { swaps, dangling } = resolved(sentence, surroundings);
  const what = midSentence(sentence, subject, surroundings.document, swaps);
  if (dangling.has(subject.from) || !/^(?:the|its|\p{L}+[’']s?)\s/iu.test(what)) return undefined;
  const bare = what.replace(/^the\s+(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+)?/i, '');
  const prompt = bare === what ? `Name ${what}: there are ${count}.` : `Name the ${count} ${bare}.`;
  return { prompt, fluency: 0.95 };
}

/** "Coffee comes from A, B and C": from which three countries does coffee come? */
function plainQuestion(
  row: Span,
  texts: readonly string[],
  count: string,
  sentence: Sentence,
  surroundings: Surroundings,
): WhQuestion | undefined {
  const before = sentence.words[row.from - 1];
  const isFronted = before?.pos === 'ADP';
  const noun = classNoun(texts, surroundings.glossary) ?? 'things';
  const wh = `${isFronted ? `${before.text.toLowerCase()} ` : ''}which ${count} ${noun}`;
  const made = whQuestion(
    wh,
    { from: isFronted ? row.from - 1 : row.from, to: row.to },
    sentence,
    surroundings,
  );
  return made && { ...made, fluency: made.fluency * (noun === 'things' ? 0.75 : 1) };
}

function lowered(noun: string): string {
  return noun.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}
