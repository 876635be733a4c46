import { lazyStyle } from '../lazyStyle.ts';
import editorCss from './editor.css?url';
import { classScreen } from './parts/classScreen.ts';

/** The editor of an assignment. */
export const AssignScreen = classScreen(async () => {
  const [{ AssignPage }] = await Promise.all([import('./editor/assignPage.tsx'), lazyStyle(editorCss)]);
  return AssignPage;
});
