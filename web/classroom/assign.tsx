import { classScreen } from './parts/classScreen.ts';

/** The editor of an assignment. */
export const AssignScreen = classScreen(async () => (await import('./editor/assignPage.tsx')).AssignPage);
