import { useEffect, useState } from 'preact/hooks';
import type { Finding } from '../../../questions/lint/finding.ts';
import { warn } from '../../warn.ts';
import type { LintAsked, LintTold } from './talk.ts';

const NONE: readonly Finding[] = [];
/** Changes that follow one another faster are judged together (ms). */
const REST_MS = 60;

let thread: Worker | null = null;
let asked = 0;

/** What the lint says of a deck file, a moment after it has changed; until then what it said before. */
export function useFindings(yaml: string, document: string): readonly Finding[] {
  const [findings, setFindings] = useState(NONE);
  useEffect(() => {
    const worker = (thread ??= startThread());
    const number = (asked += 1);
    const onTold = ({ data }: MessageEvent<LintTold>) => {
      if (data.number === number) setFindings(data.findings);
    };
    worker.addEventListener('message', onTold);
    const timer = setTimeout(() => {
      const question: LintAsked = { number, yaml, document };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no target
      worker.postMessage(question);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      worker.removeEventListener('message', onTold);
    };
  }, [yaml, document]);
  return findings;
}

function startThread(): Worker {
  const worker = new Worker(new URL('thread.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', (event) => {
    warn('The deck could not be judged.', event.message);
    thread = null;
  });
  return worker;
}
