import { studioScreen } from './studioScreen.ts';

/** The studio's first screen: a new deck, and those that are being made. */
export const StudioScreen = studioScreen(async () => (await import('./home/studioHome.tsx')).StudioHome);
