import type { ComponentType } from 'preact';
import classroomCss from '../classroom/classroom.css?url';
import editorCss from '../classroom/editor.css?url';
import { lazyScreen } from '../lazyScreen.tsx';
import { lazyStyle } from '../lazyStyle.ts';
import studioCss from './studio.css?url';

/** A screen of the studio, whose code and look are fetched when it is first shown. */
export function studioScreen<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return lazyScreen(async () => {
    const styles = [classroomCss, editorCss, studioCss].map(lazyStyle);
    const [screen] = await Promise.all([load(), ...styles]);
    return screen;
  });
}
