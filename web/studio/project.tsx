import { lazyStyle } from '../lazyStyle.ts';
import reviewCss from './review.css?url';
import { studioScreen } from './studioScreen.ts';

/** The review of a project. */
export const ProjectScreen = studioScreen(async () => {
  const [{ ReviewScreen }] = await Promise.all([import('./review/reviewScreen.tsx'), lazyStyle(reviewCss)]);
  return ReviewScreen;
});
