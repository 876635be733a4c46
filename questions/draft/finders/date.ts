import { foundFact } from '../asking/foundFact.ts';
import { timeForms } from '../asking/timeForms.ts';
import { timesOf, type TimePhrase } from '../clause/timePhrase.ts';
import type { Finder } from '../finder.ts';

/** Days, and months of a year: "On which date …?", "In which month and year …?"; a date that stands alone at the head of a text is none. */
export const date: Finder = (sentence, surroundings) =>
  timesOf(sentence)
    .filter(({ precision, preposition, span }) => isDate(precision) && (preposition !== '' || span.from > 1))
    .flatMap((time) =>
      foundFact(
        {
          reason: 'date',
          answers: [time.span],
          answerType: 'date',
          confidence: 0.85,
          kin: time.precision,
          forms: timeForms(time, sentence, surroundings),
        },
        sentence,
        surroundings,
      ),
    );

function isDate(precision: TimePhrase['precision']): boolean {
  return precision === 'day' || precision === 'month';
}
