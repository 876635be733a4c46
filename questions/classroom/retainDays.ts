/** The most answers that a plan asks on a day: with the passages about twenty minutes. */
const ANSWERS_A_DAY = 60;
/** Answers that it takes to ask a fact once: about every second one is missed and returns. */
export const ANSWERS_A_FACT = 1.5;
/** Fewer are not worth sitting down for: such a day is free. */
const ANSWERS_LEAST = 5;
/** Of 60 answers at the most, so many halvings leave none. */
const HALVINGS = 8;
const STEPS = 40;

/** The most answers that a plan asks on a day about so many facts. */
export function mostADay(facts: number): number {
  return Math.min(ANSWERS_A_DAY, Math.ceil(facts * ANSWERS_A_FACT));
}

/**
 * How `answers` are spread over the days before a date, today first: the more the nearer the date is, at most `mostADay`. The
 * fewer there are for each fact the later they come, because what was practised the day before is hardly forgotten; the more
 * there are the earlier they begin, because then spacing gains more. As many as the days hold where there are too many.
 */
export function spreadOverDays(answers: number, days: number, facts: number): readonly number[] {
  const halvesIn = Math.min(3, Math.max(1, answers / Math.max(1, facts) / 2));
  let least = -HALVINGS * halvesIn;
  let most = days;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (least + most) / 2;
    if (total(rising(middle, days, halvesIn, mostADay(facts))) < answers) least = middle;
    else most = middle;
  }
  return rising(answers > 0 ? most : least, days, halvesIn, mostADay(facts));
}

/** Answers on each day: as many as a day may have on the last `full` days, and half as many `halvesIn` days before these. */
function rising(full: number, days: number, halvesIn: number, aDay: number): readonly number[] {
  return Array.from({ length: days }, (_, day) => {
    const before = days - 1 - full - day;
    const answers = Math.round(aDay * Math.min(1, 2 ** (-before / halvesIn)));
    return answers < Math.min(ANSWERS_LEAST, aDay) ? 0 : answers;
  });
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
