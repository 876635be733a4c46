import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Page } from './page.tsx';
import { ProblemPage } from './problem.tsx';
import { notLoaded, type LoadProblem } from './loaded.ts';

/** A screen whose code is fetched when it is first shown. */
export function lazyScreen<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | undefined;
  return function LazyScreen(props: P) {
    const [problem, setProblem] = useState<LoadProblem>();
    const [, setLoaded] = useState(known !== undefined);
    useEffect(() => {
      if (known !== undefined) return;
      load().then(
        (screen) => {
          known = screen;
          setLoaded(true);
        },
        (error: unknown) => setProblem(notLoaded('unreachable', String(error)).problem),
      );
    }, []);
    if (problem !== undefined)
      return <ProblemPage problem={problem} retry={() => window.location.reload()} />;
    const Screen = known;
    return Screen === undefined ? <Page loading /> : <Screen {...props} />;
  };
}
