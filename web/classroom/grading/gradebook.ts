import { useEffect, useMemo, useState } from 'preact/hooks';
import { GradebookReplySchema } from '../../../questions/classroom/api.ts';
import type { Gradebook } from '../../../questions/classroom/gradebook.ts';
import { askServer, type Said } from '../../askServer.ts';

/** How far the gradebook has been read. */
export type Reading =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly code: string; readonly why: string }
  | {
      readonly state: 'read';
      readonly gradebook: Gradebook;
      /** The server's time (ms since 1970). */
      readonly readAtMs: number;
      /** It is being read again. */
      readonly isReading: boolean;
      /** Why the last reading failed, where it did; what is shown is older. */
      readonly problem: string | undefined;
      /** A change of this teacher's is kept but not in what was read: a listing may be a minute late. */
      readonly isLate: boolean;
    };

/** A gradebook on the screen. */
export interface ReadGradebook {
  readonly reading: Reading;
  readonly readAgain: () => void;
  /** Reads again, and goes on until what was changed is in what was read, for at most two minutes. */
  readonly awaitChange: (isThere: (gradebook: Gradebook) => boolean) => void;
}

const AGAIN_MS = 10_000;
const TRIES = 12;

/** Reads an assignment's gradebook, and again when asked. */
export function useGradebook(classId: string, assignment: string): ReadGradebook {
  const [reading, setReading] = useState<Reading>({ state: 'loading' });
  const reader = useMemo(
    () => readerOf(`/classes/${classId}/assignments/${assignment}/gradebook`, setReading),
    [classId, assignment],
  );
  useEffect(() => {
    setReading({ state: 'loading' });
    reader.readAgain();
    return reader.stop;
  }, [reader]);
  return { reading, readAgain: reader.readAgain, awaitChange: reader.awaitChange };
}

type SetReading = (change: (before: Reading) => Reading) => void;

function readerOf(path: string, setReading: SetReading) {
  let awaited: readonly ((gradebook: Gradebook) => boolean)[] = [];
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const read = async () => {
    clearTimeout(timer);
    latest += 1;
    const own = latest;
    setReading((before) => (before.state === 'read' ? { ...before, isReading: true } : before));
    const said = await askServer('GET', path, GradebookReplySchema);
    if (own !== latest) return;
    if (said.ok) awaited = awaited.filter((isThere) => !isThere(said.value.gradebook));
    setReading((before) => after(before, said, awaited.length > 0));
    tries -= 1;
    if (awaited.length > 0 && tries > 0) timer = setTimeout(() => void read(), AGAIN_MS);
  };
  return {
    readAgain: () => void read(),
    awaitChange(isThere: (gradebook: Gradebook) => boolean) {
      awaited = [...awaited, isThere];
      tries = TRIES;
      void read();
    },
    /** What is on its way comes to nothing. */
    stop() {
      latest += 1;
      clearTimeout(timer);
    },
  };
}

type Reply = Said<{ readonly gradebook: Gradebook; readonly readAtMs: number }>;

/** A failed reading leaves an earlier one in its place. */
function after(before: Reading, said: Reply, isLate: boolean): Reading {
  if (said.ok) return { state: 'read', ...said.value, isReading: false, problem: undefined, isLate };
  if (before.state !== 'read') return { state: 'failed', code: said.code, why: said.why };
  return { ...before, isReading: false, problem: said.why };
}
