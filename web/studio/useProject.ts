import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { parseDeckFile, type Parsed } from '../../questions/deckSource.ts';
import { reread, type Reading } from '../../questions/edit/reread.ts';
import { useFindings } from './linting/findings.ts';
import type { Desk, DeskState } from './desk.ts';
import { deskOf } from './desks.ts';
import type { OpenProject, ProjectOpening } from './openProject.ts';

const LOADING: ProjectOpening = { state: 'loading' };
const MISSING: ProjectOpening = { state: 'missing' };

/** A project of this browser. Whoever shows it renders again with each change, those of other tabs among them. */
export function useProject(id: string): ProjectOpening {
  const [desk, setDesk] = useState<Desk | null>();
  useEffect(() => {
    let isHere = true;
    setDesk(undefined);
    void deskOf(id).then((found) => isHere && setDesk(found));
    return () => {
      isHere = false;
    };
  }, [id]);
  const state = useDeskState(desk ?? null);
  const open = useOpen(desk ?? null, state);
  if (desk === undefined) return LOADING;
  return open === null ? MISSING : { state: 'open', ...open };
}

/** Follows a desk without letting a frame pass: what a key does is on the screen with the next paint. */
function useDeskState(desk: Desk | null): DeskState | null {
  const [, setCount] = useState(0);
  useLayoutEffect(() => desk?.state.follow(() => setCount((count) => count + 1)), [desk]);
  return desk?.state.get() ?? null;
}

/** The deck file, read with each change as far as that reaches: a key is not to wait for a hundred facts. */
function useParsed(yaml: string): Parsed {
  const last = useRef<Reading | null>(null);
  return useMemo(() => {
    const parsed = last.current === null ? parseDeckFile(yaml) : reread(last.current, yaml);
    last.current = { yaml, parsed };
    return parsed;
  }, [yaml]);
}

function useOpen(desk: Desk | null, state: DeskState | null): OpenProject | null {
  const yaml = state?.project.yaml ?? '';
  const parsed = useParsed(yaml);
  const findings = useFindings(yaml, state?.project.document ?? '');
  return useMemo(() => {
    if (desk === null || state === null) return null;
    const { project, keeping, notice, canUndo } = state;
    const { edit, replace, setPublished, undo } = desk;
    const doing = { edit, replace, setPublished, undo: canUndo ? undo : null };
    return { project, parsed, findings, keeping, notice, ...doing };
  }, [desk, state, parsed, findings]);
}
