import { describe, expect, it } from 'vitest';
import { fold } from '../../questions/fold.ts';
import { serialiseSchedule } from '../../questions/schedule.ts';
import { answered, fact } from './someReviews.ts';

const scheduled = (...changes: Parameters<typeof answered>[1][]) =>
  fold(changes.map((change, index) => answered(index, change))).facts.get(fact('a'));

describe('when a fact is due', () => {
  it('ten minutes after again', () => {
    const memory = scheduled({ rating: 1, answeredAtMs: 1_000_000 });
    expect(memory).toMatchObject({ intervalDays: 0, dueAtMs: 1_600_000 });
  });

  it('in two days after a first good, from 04:00 in the zone of the answer', () => {
    const memory = scheduled({ rating: 3, answeredAtMs: Date.parse('2022-01-04T22:00:00+05:00'), zone: 300 });
    expect(memory?.intervalDays).toBe(2);
    expect(memory?.dueAtMs).toBe(Date.parse('2022-01-06T04:00:00+05:00'));
  });

  it('at the next 04:00 but one when a first hard came after midnight: the night belongs to the day before', () => {
    const memory = scheduled({ rating: 2, answeredAtMs: Date.parse('2022-01-05T01:00:00+05:00'), zone: 300 });
    expect(memory?.dueAtMs).toBe(Date.parse('2022-01-05T04:00:00+05:00'));
  });

  it('after a day at least, however weak the memory', () => {
    const memory = scheduled({ rating: 1 }, { rating: 1 }, { rating: 1 }, { rating: 2 });
    expect(memory?.stability).toBeLessThan(1);
    expect(memory?.intervalDays).toBe(1);
  });

  it('later and later when it is recalled', () => {
    const dues = [1, 2, 3, 4].map(
      (count) => scheduled(...Array.from({ length: count }, () => ({})))?.intervalDays ?? 0,
    );
    expect(dues).toEqual([...new Set(dues)].sort((a, b) => a - b));
  });
});

describe('serialiseSchedule', () => {
  it('writes facts by id and keys by name, frozen as version 1 wrote them', () => {
    const schedule = fold([answered(1, { fact: fact('b') }), answered(2), answered(4, { rating: 1 })]);
    expect(
      JSON.parse(serialiseSchedule(schedule)).facts.map((memory: { fact: string }) => memory.fact),
    ).toEqual(['a', 'b']);
    expect(serialiseSchedule(schedule)).toMatchInlineSnapshot(
      `"{"facts":[{"difficulty":7.39450274,"dueAtMs":1704456600000,"fact":"a","firstDay":19725,"intervalDays":0,"lapses":1,"lastAtMs":1704456000000,"lastDay":19727,"lastQuestion":"x","lastRating":1,"recentQuestions":["x"],"reps":2,"stability":0.6075801},{"difficulty":2.11810397,"dueAtMs":1704340800000,"fact":"b","firstDay":19724,"intervalDays":2,"lapses":0,"lastAtMs":1704196800000,"lastDay":19724,"lastQuestion":"x","lastRating":3,"recentQuestions":["x"],"reps":1,"stability":2.3065}],"medianTookMs":null}"`,
    );
  });
});
