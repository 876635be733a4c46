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
import { midSentence } from '../clause/midSentence.ts';
import { itemsFrom, nounPhraseEnd } from '../clause/nounPhrase.ts';
import { textOf, type Span } from '../clause/span.ts';
import type { FormDraft, FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { composedQuestion, type RowQuestion } from './composedRow.ts';
import { exampleQuestion } from './exampleRow.ts';

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

/** Asks for the row by what stands before it. */
function question(
  items: readonly Span[],
  texts: readonly string[],
  sentence: Sentence,
  surroundings: Surroundings,
): RowQuestion | undefined {
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
