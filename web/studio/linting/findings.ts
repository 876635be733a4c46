import { useEffect, useState } from 'preact/hooks';
import type { Finding } from '../../../questions/lint/finding.ts';
import { askThread } from './askThread.ts';

const NONE: readonly Finding[] = [];
/** Changes that follow one another faster are judged together (ms). */
const REST_MS = 60;

/** What the lint says of a deck file, a moment after it has changed; until then what it said before. */
export function useFindings(yaml: string, document: string): readonly Finding[] {
  const [findings, setFindings] = useState(NONE);
  useEffect(() => {
    let stop = () => {};
    const timer = setTimeout(() => {
      stop = askThread({ type: 'lint', yaml, document }, (told) => {
        if (told.type === 'lint') setFindings(told.findings);
      });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [yaml, document]);
  return findings;
}
