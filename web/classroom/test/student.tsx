import { useState } from 'preact/hooks';
import { Page } from '../../page.tsx';
import { Before } from './before.tsx';
import type { KeptAttempt } from './keptAttempt.ts';
import type { ReadSitting } from './readSitting.ts';
import { ResultsScreen } from './results.tsx';
import { SittingScreen } from './sitting.tsx';
import type { StudentTest } from './testWords.ts';

/** An attempt that is sat on this screen; a new one is as the server gave it. */
export interface Begun {
  readonly kept: KeptAttempt;
  readonly sitting: ReadSitting;
  readonly isNew: boolean;
}

/**
 * A test as its student sees it: what to expect, the attempt itself, or its results. An attempt that lies unfinished on this
 * device goes on without asking the server first; `test` is null then.
 */
export function TestStudent(props: {
  readonly classId: string;
  readonly id: string;
  readonly test: StudentTest | null;
  readonly unfinished: KeptAttempt | null;
  /** The attempt whose results are shown; null for none. */
  readonly results: string | null;
  /** Asks the server anew. */
  readonly again: () => void;
}) {
  const { classId, id, test, unfinished, results, again } = props;
  const [begun, setBegun] = useState<Begun | null>(() => begunOf(unfinished));
  const leave = () => {
    setBegun(null);
    again();
  };
  if (begun !== null) return <SittingScreen key={begun.kept.fixed.attempt} {...begun} onLeave={leave} />;
  if (test === null) return <Page loading />;
  if (results !== null) return <ResultsScreen classId={classId} id={id} attempt={results} />;
  return <Before classId={classId} test={test} again={again} onBegin={setBegun} />;
}

function begunOf(unfinished: KeptAttempt | null): Begun | null {
  const sitting = unfinished?.fixed.sitting;
  if (unfinished === null || sitting === undefined || sitting === null) return null;
  return { kept: unfinished, sitting, isNew: false };
}
