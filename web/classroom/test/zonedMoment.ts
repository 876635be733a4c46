import { momentText } from '../../clock.ts';

/** A moment with its zone, as what others read elsewhere says it: "8 Jan 2022, 14:05 (GMT+5)". */
export function zonedMoment(atMs: number): string {
  const parts = new Intl.DateTimeFormat(undefined, { timeZoneName: 'shortOffset' }).formatToParts(
    new Date(atMs),
  );
  return `${momentText(atMs)} (${parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''})`;
}
