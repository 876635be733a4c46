import { useState } from 'preact/hooks';
import type { Act } from '../../../questions/classroom/act.ts';
import { writeAct } from '../ownActs.ts';

/** A change to the class on its way. */
export interface Acting {
  readonly isBusy: boolean;
  /** Why the last change could not be kept; undefined where it was, or where there was none. */
  readonly problem: string | undefined;
  /** Writes a change; says whether the server has it. What was typed stays where it failed. */
  readonly act: (act: Act) => Promise<boolean>;
}

/** The way to change a class, one change at a time. */
export function useActing(classId: string): Acting {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const act = async (change: Act) => {
    setBusy(true);
    const said = await writeAct(classId, change);
    setBusy(false);
    setProblem(said.ok ? undefined : said.why);
    return said.ok;
  };
  return { isBusy, problem, act };
}
