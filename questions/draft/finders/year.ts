import { timeForms } from '../asking/timeForms.ts';
import { foundFact } from '../asking/foundFact.ts';
import { clozeForm } from '../asking/clozeForm.ts';
import { periodsOf } from '../clause/period.ts';
import { eventBefore } from '../asking/eventOfYear.ts';
import type { Span } from '../clause/span.ts';
import { timesOf, type TimePhrase } from '../clause/timePhrase.ts';
import type { Finder } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { yearRowFacts } from './yearRow.ts';

/** Years, decades and centuries: "In which year …?", and from when to when. */
export const year: Finder = (sentence, surroundings) => {
  const periods = periodsOf(sentence);
  const taken = new Set(periods.flatMap(({ times }) => times.map(({ span }) => span.from)));
  const rows = yearRowFacts(sentence, surroundings, taken);
  const single = timesOf(sentence)
    .filter(({ precision }) => precision !== 'day' && precision !== 'month')
    .filter(({ span }) => !taken.has(span.from) && !rows.taken.has(span.from))
    .flatMap((time) =>
      foundFact(
        {
          reason: 'year',
          answers: [time.span],
          answerType: 'year',
          confidence: 0.9,
          kin: time.precision,
          forms: timeForms(time, sentence, surroundings),
          ...saidOfEvent(time, sentence),
        },
        sentence,
        surroundings,
      ),
    );
  const spans = periods.flatMap(({ times }) =>
    foundFact(
      {
        reason: 'year',
        answers: times.map(({ span }) => span),
        answerType: 'year',
        confidence: 0.8,
        forms: [
          clozeForm(
            'years-cloze',
            times.map(({ span, precision }) => ({ span, shows: precision })),
            sentence,
            surroundings,
            0.75,
          ),
        ],
      },
      sentence,
      surroundings,
    ),
  );
  return [...single, ...spans, ...rows.facts];
};

/** How the fact of "the war of 1870" is said and quoted. */
function saidOfEvent(
  { whole, preposition, precision }: TimePhrase,
  sentence: Sentence,
): { readonly statement?: string; readonly quoted?: Span } {
  const event = preposition === 'of' && precision === 'year' ? eventBefore(whole, sentence) : undefined;
  return event === undefined ? {} : { statement: event.statement, quoted: event.phrase };
}
