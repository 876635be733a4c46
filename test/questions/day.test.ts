import { describe, expect, it } from 'vitest';
import { DAY_MS, dayNumber, dayStartMs } from '../../questions/day.ts';

const ALMATY = 300;
const NEW_YORK = -300;

describe('dayNumber', () => {
  it('begins a new day at 04:00 local time', () => {
    const before = Date.UTC(2022, 0, 5, 3, 59, 59, 999) - ALMATY * 60_000;
    expect(dayNumber(before + 1, ALMATY) - dayNumber(before, ALMATY)).toBe(1);
  });

  it('counts an evening and the hours after midnight as one day', () => {
    const evening = Date.UTC(2022, 0, 4, 22) - NEW_YORK * 60_000;
    const afterMidnight = Date.UTC(2022, 0, 5, 2) - NEW_YORK * 60_000;
    expect(dayNumber(afterMidnight, NEW_YORK)).toBe(dayNumber(evening, NEW_YORK));
  });

  it('depends on the zone: one moment is two days in Almaty and New York', () => {
    const moment = Date.UTC(2022, 0, 5, 0);
    expect(dayNumber(moment, ALMATY) - dayNumber(moment, NEW_YORK)).toBe(1);
  });

  it('works before 1970 04:00 and at the last moment', () => {
    expect(dayNumber(0, 0)).toBe(-1);
    expect(dayNumber(8.64e15, 900)).toBe(1e8);
  });
});

describe('dayStartMs', () => {
  it.each([0, ALMATY, NEW_YORK, 345, -900, 900])('is the first moment of its day in zone %i', (zone) => {
    const start = dayStartMs(19_000, zone);
    expect(dayNumber(start, zone)).toBe(19_000);
    expect(dayNumber(start - 1, zone)).toBe(18_999);
    expect(dayNumber(start + DAY_MS - 1, zone)).toBe(19_000);
  });
});
