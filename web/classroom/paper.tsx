import { lazyScreen } from '../lazyScreen.tsx';
import { lazyStyle } from '../lazyStyle.ts';
import paperCss from './paper.css?url';

/** A test on paper with its answer sheet, in as many versions as are wanted. */
export const PaperScreen = lazyScreen(async () => {
  const [{ Papers }] = await Promise.all([import('./grading/papers.tsx'), lazyStyle(paperCss)]);
  return Papers;
});
