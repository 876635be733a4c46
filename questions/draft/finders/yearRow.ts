import { attributed } from '../asking/accordingTo.ts';
import { foundFact, type Finding } from '../asking/foundFact.ts';
import { eventsAfter } from '../asking/eventOfYear.ts';
import { listForm } from '../asking/listForm.ts';
import { whQuestion } from '../asking/whQuestion.ts';
import { textOf } from '../clause/span.ts';
import { timesOf, type TimePhrase } from '../clause/timePhrase.ts';
import { countWord } from '../asking/countWord.ts';
import type { FoundFact, Surroundings } from '../finder.ts';
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
        ...askedFor(row, sentence, surroundings),
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
function askedFor(
  row: readonly TimePhrase[],
  sentence: Sentence,
  surroundings: Surroundings,
): Pick<Finding, 'forms' | 'statement' | 'quoted'> {
  const [first] = row;
  const last = row.at(-1);
  if (first === undefined || last === undefined) return { forms: [] };
  const wh = `in which ${countWord(row.length)} years`;
  const years = { from: first.whole.from, to: last.span.to };
  const stands = surroundings.standingOf(sentence);
  const form = (prompt: string, confidence: number) =>
    listForm(
      'years',
      attributed(stands, prompt),
      row.map(({ span }) => textOf(sentence, span)),
      confidence,
    );
  if (first.preposition === 'in') {
    const made = whQuestion(wh, years, sentence, surroundings);
    return { forms: made === undefined ? [] : [form(made.prompt, 0.85 * made.fluency)] };
  }
  const event = eventsAfter(wh, { from: first.span.from, to: last.span.to }, sentence);
  if (event === undefined) return { forms: [] };
  return { forms: [form(event.prompt, 0.85)], statement: event.statement, quoted: event.phrase };
}
