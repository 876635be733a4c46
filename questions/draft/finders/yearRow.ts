import { attributed } from '../asking/accordingTo.ts';
import { foundFact } from '../asking/foundFact.ts';
import { whQuestion } from '../asking/whQuestion.ts';
import { longPhraseEnd } from '../clause/nounPhrase.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import { timesOf, type TimePhrase } from '../clause/timePhrase.ts';
import { countWord } from '../asking/countWord.ts';
import type { FormDraft, FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

/** Rows of years, "in 2005, 2010 and 2020", as facts, and the first words of the years in them. `others` are spoken for. */
export function yearRowFacts(
  sentence: Sentence,
  surroundings: Surroundings,
  others: ReadonlySet<number>,
): { readonly facts: readonly FoundFact[]; readonly taken: ReadonlySet<number> } {
  const rows = rowsOf(sentence, others);
  const facts = rows.flatMap((row) =>
    foundFact(
      {
        reason: 'year',
        answers: row.map(({ span }) => span),
        answerType: 'list',
        confidence: 0.85,
        forms: [listForm(row, sentence, surroundings)],
      },
      sentence,
      surroundings,
    ),
  );
  return { facts, taken: new Set(rows.flat().map(({ span }) => span.from)) };
}

function rowsOf(sentence: Sentence, others: ReadonlySet<number>): readonly (readonly TimePhrase[])[] {
  const rows: TimePhrase[][] = [];
  for (const time of timesOf(sentence)) {
    if (time.precision !== 'year' || others.has(time.span.from)) continue;
    const last = rows.at(-1)?.at(-1);
    const between = last === undefined ? '' : textOf(sentence, { from: last.span.to, to: time.span.from });
    if (/^(?:,|and|or|, and|as well as)$/.test(between)) rows.at(-1)?.push(time);
    else rows.push([time]);
  }
  return rows.filter((row) => row.length > 1);
}

/** "In which three years …?"; of "the 2005 and 2010 revolutions in X": "In which two years were there revolutions in X?" */
function listForm(
  row: readonly TimePhrase[],
  sentence: Sentence,
  surroundings: Surroundings,
): FormDraft | undefined {
  const [first] = row;
  const last = row.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const wh = `in which ${countWord(row.length)} years`;
  const made =
    first.preposition === 'in'
      ? whQuestion(wh, { from: first.whole.from, to: last.span.to }, sentence, surroundings)
      : eventQuestion(wh, { from: first.whole.from, to: last.span.to }, sentence);
  if (made === undefined) return undefined;
  return {
    id: 'years',
    confidence: 0.85 * made.fluency,
    question: {
      kind: 'list',
      prompt: attributed(surroundings.standingOf(sentence), made.prompt),
      answer: row.map(({ span }) => ({ text: textOf(sentence, span), accept: [] })),
      allow: [],
    },
  };
}

function eventQuestion(
  wh: string,
  row: Span,
  sentence: Sentence,
): { prompt: string; fluency: number } | undefined {
  const { words } = sentence;
  const noun = words[row.to];
  if (noun?.pos !== 'NOUN' || noun.text.toLowerCase() === noun.lemma) return undefined;
  const end = longPhraseEnd(words, row.to);
  const or = words.findIndex(({ text }, at) => at > row.to && at < end && text === 'or');
  const what = textOf(sentence, { from: row.to, to: or < 0 ? end : or });
  if (wordCount(what) < 3 || wordCount(what) > 12) return undefined;
  return { prompt: `I${wh.slice(1)} were there ${what}?`, fluency: 0.95 };
}
