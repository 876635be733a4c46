import { classScreen } from './parts/classScreen.ts';

/** The classes of this device's key. */
export const ClassesScreen = classScreen(async () => (await import('./mine/classList.tsx')).ClassList);
