import { lazyStyle } from '../lazyStyle.ts';
import changeCss from './change.css?url';
import { studioScreen } from './studioScreen.ts';

/** The change of a project's document. */
export const ChangeScreen = studioScreen(async () => {
  const [{ ChangePage }] = await Promise.all([import('./change/changePage.tsx'), lazyStyle(changeCss)]);
  return ChangePage;
});
