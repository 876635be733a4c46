/** How well a class knows a passage, in four steps. */
export type KnownLevel = 'hardly' | 'partly' | 'mostly' | 'well';

/** Every step, the least known first, with the share (0 to 1) from which it holds. */
export const LEVELS: readonly {
  readonly level: KnownLevel;
  readonly from: number;
  readonly words: string;
}[] = [
  { level: 'hardly', from: 0, words: 'under 40 % known' },
  { level: 'partly', from: 0.4, words: '40 to 59 %' },
  { level: 'mostly', from: 0.6, words: '60 to 79 %' },
  { level: 'well', from: 0.8, words: '80 % and more' },
];

/** The step of a share (0 to 1), by whole per cent as it is shown. */
export function knownLevel(known: number): KnownLevel {
  const shown = Math.round(known * 100) / 100;
  return [...LEVELS].reverse().find(({ from }) => shown >= from)?.level ?? 'hardly';
}
