import type { ComponentType } from 'preact';
import { lazyScreen } from '../../lazyScreen.tsx';
import { lazyStyle } from '../../lazyStyle.ts';
import classroomCss from '../classroom.css?url';

/** A screen of a class, whose code and the look that such screens share are fetched when it is first shown. */
export function classScreen<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return lazyScreen(async () => {
    const [screen] = await Promise.all([load(), lazyStyle(classroomCss)]);
    return screen;
  });
}
