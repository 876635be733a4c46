/** The same items, the one at `from` now at `to`. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const result = [...items];
  result.splice(to, 0, ...result.splice(from, 1));
  return result;
}
