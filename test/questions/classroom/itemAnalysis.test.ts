import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '../../../questions/classroom/act.ts';
import type { AttemptRecord } from '../../../questions/classroom/attempt.ts';
import { foldGradebook } from '../../../questions/classroom/foldGradebook.ts';
import type { QuestionRef } from '../../../questions/classroom/ids.ts';
import { analyse, type ItemAnalysis } from '../../../questions/classroom/itemAnalysis.ts';
import { testView } from '../../../questions/classroom/testQuestion.ts';
import type { Answer } from '../../../questions/kind.ts';
import {
  assign,
  attemptOf,
  classOf,
  handedIn,
  inputOf,
  kept,
  LATER_MS,
  OPENS_MS,
  person,
  repair,
} from './someClass.ts';
import { harbour, ref, rightAnswer } from './someDecks.ts';

const [WHERE, LENGTH, YEAR, TRUE_OF_IT] = [
  ref('fleet-moved/where-to'),
  ref('stone-pier-length/how-long'),
  ref('stone-pier-finished/which-year'),
  ref('ferry-now/true-of-it'),
];

function itemOf(
  question: QuestionRef,
  attempts: readonly AttemptRecord[],
  acts: readonly Act[] = [],
  nowMs = LATER_MS,
): ItemAnalysis {
  const record = classOf({
    students: attempts.map((_, at) => person(at, `Student ${String(at).padStart(3, '0')}`)),
    acts: [assign(), ...acts].map((act, at) => kept(at + 1, act)),
  });
  const gradebook = foldGradebook(inputOf(record, attempts, { nowMs }));
  const items = analyse(gradebook, (one) => testView(harbour, one));
  const item = items.find((one) => one.question === question);
  if (item === undefined) throw new Error(`Inconsistent: no analysis of ${question}`);
  return item;
}

/** One attempt for each line of answers to these questions. */
const sat = (questions: readonly QuestionRef[], ...lines: readonly (readonly (Answer | undefined)[])[]) =>
  lines.map((answers, at) => handedIn(at, questions, answers));
const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);
const givenIn = ({ given }: ItemAnalysis) => given.map(({ text, count }) => [text, count]);

describe('the analysis of a question', () => {
  it('has the mean share, the median time, and who did not answer or did not know', () => {
    const attempts = sat([WHERE], ['Orvik'], ['Orvik'], ['Kelder Bay'], [null], [undefined]);
    expect(itemOf(WHERE, attempts)).toMatchObject({
      n: 5,
      shareRight: 0.4,
      medianSeconds: 10,
      notAnswered: 1,
      dontKnow: 1,
    });
  });

  it('counts parts of an answer', () => {
    const both = ['It burns diesel', 'It crosses twice a day'];
    const { shareRight } = itemOf(TRUE_OF_IT, sat([TRUE_OF_IT], [both], [both.slice(0, 1)]));
    expect(shareRight).toBeGreaterThan(0.5);
    expect(shareRight).toBeLessThan(1);
  });

  it('leaves out what still runs, and counts what is over without being handed in', () => {
    const attempts = [...sat([WHERE], ['Orvik']), attemptOf(1, [WHERE], [])];
    expect(itemOf(WHERE, attempts, [], OPENS_MS + 400_000)).toMatchObject({ n: 1, shareRight: 1 });
    expect(itemOf(WHERE, attempts)).toMatchObject({ n: 2, shareRight: 0.5 });
  });

  it('has no share of a question that was dropped', () => {
    const drop = repair(WHERE, { do: 'drop' });
    expect(itemOf(WHERE, sat([WHERE], ...times(6, ['Orvik'])), [drop])).toMatchObject({
      n: 6,
      shareRight: null,
      discrimination: null,
      given: [{ share: null, idle: false }, { share: null }, { share: null }],
    });
  });
});

describe('discrimination', () => {
  const questions = [WHERE, YEAR, LENGTH];
  const [knows, not] = [
    ['Orvik', '1871', '340'],
    ['Kelder Bay', '1901', '12'],
  ];

  it('is 1 where those who have it have all the others, −1 where they have none of them', () => {
    const good = sat(questions, ...times(3, knows), ...times(3, not));
    expect(itemOf(WHERE, good).discrimination).toBeCloseTo(1);
    const odd = sat(
      questions,
      ...times(3, ['Kelder Bay', '1871', '340']),
      ...times(3, ['Orvik', '1901', '12']),
    );
    expect(itemOf(WHERE, odd).discrimination).toBeCloseTo(-1);
  });

  it('is the corrected point-biserial correlation, to a figure worked out by hand', () => {
    // Right or not: 1 1 1 0 0; part of the two others: 1 0.5 0.5 0.5 0. Means 0.6 and 0.5; 0.5 / √(1.2 × 0.5).
    const attempts = sat(
      questions,
      ['Orvik', '1871', '340'],
      ['Orvik', '1871', '12'],
      ['Orvik', '1901', '340'],
      ['Kelder Bay', '1871', '12'],
      ['Kelder Bay', '1901', '12'],
    );
    expect(itemOf(WHERE, attempts).discrimination).toBeCloseTo(0.5 / Math.sqrt(0.6), 10);
  });

  it('takes the part of the others, not their points, where students were asked different questions', () => {
    const many = sat([WHERE, YEAR, LENGTH], ...times(3, ['Kelder Bay', '1871', '12']));
    const few = [3, 4, 5].map((number) => handedIn(number, [WHERE, YEAR], ['Orvik', '1871']));
    expect(itemOf(WHERE, [...many, ...few]).discrimination).toBeCloseTo(1);
  });

  it('is not said of under five students, nor where all have the same', () => {
    expect(itemOf(WHERE, sat(questions, knows, knows, not, not)).discrimination).toBeNull();
    expect(itemOf(WHERE, sat(questions, ...times(6, knows))).discrimination).toBeNull();
    expect(
      itemOf(WHERE, sat([WHERE], ...times(3, ['Orvik']), ...times(3, ['Kelder Bay']))).discrimination,
    ).toBeNull();
  });

  it('lies between −1 and 1, for any answers', () => {
    const anyLine = fc.tuple(
      fc.constantFrom(undefined, null, 'Orvik', 'Kelder Bay'),
      fc.constantFrom(undefined, '1871', '1872'),
      fc.constantFrom(undefined, '340', '34'),
    );
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 12 }), (lines) => {
        const { discrimination, third, given, n } = itemOf(WHERE, sat(questions, ...lines));
        if (discrimination !== null) expect(Math.abs(discrimination)).toBeLessThanOrEqual(1 + 1e-9);
        for (const { count, upper, lower } of given) {
          expect(upper + lower).toBeLessThanOrEqual(count);
          expect(Math.max(upper, lower)).toBeLessThanOrEqual(third);
          expect(count).toBeLessThanOrEqual(n);
        }
      }),
    );
  });
});

describe('the answers given', () => {
  it('are the options as they were shown, also those that nobody chose', () => {
    const item = itemOf(WHERE, sat([WHERE], ['Orvik'], ['Orvik'], ['Kelder Bay'], [null]));
    expect(givenIn(item)).toEqual([
      ['Kelder Bay', 1],
      ['Orvik', 2],
      ['Tarn Point', 0],
    ]);
    expect(item.given.map(({ share }) => share)).toEqual([0, 1, null]);
  });

  it('count an option among several wherever it was chosen', () => {
    const item = itemOf(
      TRUE_OF_IT,
      sat([TRUE_OF_IT], [['It burns diesel', 'It carries trains']], [['It burns diesel']]),
    );
    expect(givenIn(item)).toContainEqual(['It burns diesel', 2]);
    expect(givenIn(item)).toContainEqual(['It carries trains', 1]);
  });

  it('say how many of the best and of the weakest third chose each', () => {
    const questions = [WHERE, YEAR];
    const item = itemOf(
      WHERE,
      sat(questions, ...times(3, ['Orvik', '1871']), ...times(3, ['Kelder Bay', '1901'])),
    );
    expect(item.third).toBe(2);
    expect(item.given).toMatchObject([
      { text: 'Kelder Bay', upper: 0, lower: 2 },
      { text: 'Orvik', upper: 2, lower: 0 },
      { text: 'Tarn Point', upper: 0, lower: 0 },
    ]);
  });

  it('are what was typed, the most frequent first, whatever its case', () => {
    const item = itemOf(
      YEAR,
      sat([YEAR], ['1901'], ['About 1888'], ['about 1888!'], ['1871'], ['1871'], ['1871']),
    );
    expect(givenIn(item)).toEqual([
      ['1871', 3],
      ['about 1888', 2],
      ['1901', 1],
    ]);
    expect(item.given.map(({ share }) => share)).toEqual([1, 0, 0]);
  });

  it('keep a number’s sign', () => {
    expect(givenIn(itemOf(LENGTH, sat([LENGTH], ['-340'], ['340'], ['340'])))).toEqual([
      ['340', 2],
      ['-340', 1],
    ]);
  });
});

describe('a wrong option', () => {
  const idleIn = ({ given }: ItemAnalysis) => given.flatMap(({ text, idle }) => (idle ? [text] : []));
  const answered = (orvik: number, kelder: number, tarn: number) =>
    sat(
      [WHERE],
      ...times(orvik, ['Orvik']),
      ...times(kelder, ['Kelder Bay']),
      ...times(tarn, ['Tarn Point']),
    );

  it('is idle where fewer than one in twenty choose it, from twenty students up', () => {
    expect(idleIn(itemOf(WHERE, answered(19, 1, 0)))).toEqual(['Tarn Point']);
    expect(idleIn(itemOf(WHERE, answered(19, 2, 0)))).toEqual(['Tarn Point']);
    expect(idleIn(itemOf(WHERE, answered(20, 1, 0)))).toEqual(['Kelder Bay', 'Tarn Point']);
    expect(idleIn(itemOf(WHERE, answered(18, 1, 0)))).toEqual([]);
  });

  it('is not what nobody knew to be right', () => {
    expect(idleIn(itemOf(WHERE, answered(0, 30, 0)))).toEqual([]);
    expect(idleIn(itemOf(WHERE, answered(1, 30, 0)))).toEqual(['Tarn Point']);
  });

  it('is no sentence of a text, where several may prove a claim', () => {
    const proof = ref('fleet-moved/evidence');
    const attempts = sat([proof], ...times(30, [rightAnswer(harbour, proof)]));
    expect(itemOf(proof, attempts)).toMatchObject({ n: 30, shareRight: 1 });
    expect(idleIn(itemOf(proof, attempts))).toEqual([]);
  });

  it('is none of a question that was repaired', () => {
    expect(idleIn(itemOf(WHERE, answered(30, 0, 0), [repair(WHERE, { do: 'credit' })]))).toEqual([]);
  });
});
