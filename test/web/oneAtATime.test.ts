import { expect, test, vi } from 'vitest';
import { keepWith } from '../../web/keeper.ts';
import { nowhere } from '../../web/nowhere.ts';
import { oneAtATime } from '../../web/oneAtATime.ts';

keepWith(nowhere);

test('tasks run one after another, and one that fails does not stop the next', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  const seen: string[] = [];
  const task =
    (name: string, fails = false) =>
    async () => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
    };
  await Promise.all([
    oneAtATime('steppe-log', task('a', true)).catch(() => undefined),
    oneAtATime('steppe-log', task('b')),
  ]);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
});
