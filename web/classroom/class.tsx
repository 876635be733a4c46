import { classScreen } from './parts/classScreen.ts';

/** A class: everything of it for a teacher, what is open, coming and over for a student. */
export const ClassScreen = classScreen(async () => (await import('./classPage.tsx')).ClassPage);
