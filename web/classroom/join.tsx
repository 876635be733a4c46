import { classScreen } from './parts/classScreen.ts';

/** Joins a class by its code. */
export const JoinScreen = classScreen(async () => (await import('./mine/joinClass.tsx')).JoinClass);
