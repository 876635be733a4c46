import { classScreen } from './parts/classScreen.ts';

/** Takes part in a class as a teacher, by an invitation. */
export const TeachScreen = classScreen(async () => (await import('./mine/teachClass.tsx')).TeachClass);
