import type { Keeper } from './keeper.ts';

/** No place at all: all of it lives as long as the page. */
export const nowhere: Keeper = {
  log: async () => null,
  key: async () => null,
  keepFirstKey: async () => null,
  changeKey: async () => false,
  formerKeys: async () => [],
  forgetKeys: async () => undefined,
  pausedUntilMs: async () => 0,
  pauseUntilMs: async () => undefined,
  alone: (_kind, task) => task(),
  tell: () => undefined,
};
