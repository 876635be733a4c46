import { useState } from 'preact/hooks';
import type { Said } from '../../askServer.ts';

/** Something that the server is asked to do on a press. */
export interface Doing {
  readonly isBusy: boolean;
  /** Why it was not done, in a sentence; empty where nothing failed. */
  readonly problem: string;
  /** Asks the server, one thing at a time; gives what it said, or undefined where something else is still asked. */
  readonly run: <T>(ask: () => Promise<Said<T>>) => Promise<Said<T> | undefined>;
  /** Says a problem that was found here. */
  readonly say: (problem: string) => void;
}

/** What may be tried again after a failure without typing it anew. */
export function useDoing(words: Readonly<Record<string, string>> = {}): Doing {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const run = async <T>(ask: () => Promise<Said<T>>) => {
    if (isBusy) return undefined;
    setBusy(true);
    const said = await ask();
    setBusy(false);
    setProblem(said.ok ? '' : (words[said.code] ?? wordsOf(said)));
    return said;
  };
  return { isBusy, problem, run, say: setProblem };
}

function wordsOf(said: Extract<Said<never>, { ok: false }>): string {
  if (said.code === 'unreachable') return 'There is no connection. Nothing is lost: please try again.';
  return said.isPassing ? `${said.why} Nothing is lost: please try again in a moment.` : said.why;
}
