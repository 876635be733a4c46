/** Orders the options of one question of an attempt, from the attempt's seed and the question's place in it (from 0). */
export function questionSeed(seed: string, at: number): string {
  return `${seed}/${at}`;
}
