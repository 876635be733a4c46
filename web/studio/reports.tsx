import { studioScreen } from './studioScreen.ts';

/** What learners report about a published deck. */
export const ReportsScreen = studioScreen(
  async () => (await import('./reports/reportsPage.tsx')).ReportsPage,
);
