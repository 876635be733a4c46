import { editDeck } from '../../questions/edit/editDeck.ts';
import type { DeckEdit } from '../../questions/edit/edit.ts';
import { observed, type Observed } from '../observed.ts';
import { warn } from '../warn.ts';
import type { Project } from './openProject.ts';
import type { ProjectShelf } from './projects.ts';

/** What of a project changes. */
export type ProjectParts = Omit<Project, 'id' | 'savedAtMs' | 'published'>;

/** What an author should know about the keeping of a project. */
export type DeskNotice =
  /** The browser keeps nothing beyond the page. */
  | 'page'
  /** Another tab changed the project, and what it did is shown here now. */
  | 'changed-elsewhere'
  /** The same, and the last change of this tab did not fit any more. */
  | 'lost';

/** A project as a tab holds it. */
export interface DeskState {
  readonly project: Project;
  readonly keeping: 'kept' | 'waiting' | 'refused';
  readonly notice: DeskNotice | null;
  readonly canUndo: boolean;
}

/** A project that is being worked on. Each change is kept at once; those that come while one is being written are kept as one. */
export interface Desk {
  readonly state: Observed<DeskState>;
  readonly edit: (edits: readonly DeckEdit[]) => void;
  readonly replace: (parts: Partial<ProjectParts>) => void;
  /** Remembers what was published. No step of undo, as it cannot be taken back. */
  readonly setPublished: (published: NonNullable<Project['published']>) => void;
  readonly undo: () => void;
  /** Hears that another tab has kept a version saved at this moment. */
  readonly hear: (savedAtMs: number) => Promise<void>;
  /** Ends once nothing waits to be kept. */
  readonly settled: () => Promise<void>;
}

/** What a desk needs of the outside. */
export interface DeskTools {
  readonly shelf: ProjectShelf;
  readonly nowMs: () => number;
  /** Tells the other tabs what was kept. */
  readonly tell: (savedAtMs: number) => void;
}

/** Does a change that waits to be kept to another tab's version; null where it does not fit. */
type Again = (project: Project) => Project | null;

const UNDO_MAX = 200;

/** Opens a project that lies on the shelf. */
export function openDesk(opened: Project, { shelf, nowMs, tell }: DeskTools): Desk {
  const state = observed<DeskState>({ project: opened, keeping: 'kept', notice: null, canUndo: false });
  let keptAtMs = opened.savedAtMs;
  let pending: readonly Again[] = [];
  let before: readonly Project[] = [];
  let writing: Promise<void> | null = null;

  const show = (part: Partial<DeskState>) => state.set({ ...state.get(), ...part });

  const change = (project: Project, again: Again, remembered: readonly Project[]) => {
    before = remembered.slice(-UNDO_MAX);
    pending = [...pending, again];
    show({
      project,
      keeping: 'waiting',
      notice: pageNotice(state.get().notice),
      canUndo: before.length > 0,
    });
    writing ??= keepAll().finally(() => (writing = null));
  };

  const keepAll = async () => {
    while (pending.length > 0) {
      const sent = pending.length;
      const project = { ...state.get().project, savedAtMs: Math.max(nowMs(), keptAtMs + 1) };
      const kept = await shelf.put(project, keptAtMs);
      if (kept.state === 'refused') return show({ keeping: 'refused' });
      if (kept.state === 'elsewhere') {
        goOnFrom(kept.project);
        continue;
      }
      keptAtMs = project.savedAtMs;
      pending = pending.slice(sent);
      const isPage = kept.state === 'page';
      show({
        project: { ...state.get().project, savedAtMs: keptAtMs },
        keeping: isPage ? 'refused' : pending.length > 0 ? 'waiting' : 'kept',
        ...(isPage ? { notice: 'page' } : {}),
      });
      if (!isPage) tell(keptAtMs);
    }
  };

  /** Takes another tab's version, and does to it what this tab did meanwhile, as far as that is possible. */
  const goOnFrom = (there: Project) => {
    keptAtMs = there.savedAtMs;
    before = [];
    let project = there;
    const done = pending.filter((again) => {
      const changed = again(project);
      project = changed ?? project;
      return changed !== null;
    });
    const notice = done.length < pending.length ? 'lost' : 'changed-elsewhere';
    pending = done;
    show({ project, keeping: done.length > 0 ? 'waiting' : 'kept', notice, canUndo: false });
  };

  return {
    state,
    edit(edits) {
      const { project } = state.get();
      const edited = { ...project, yaml: editDeck(project.yaml, edits) };
      change(edited, (there) => withEdits(there, edits), [...before, project]);
    },
    replace(parts) {
      const { project } = state.get();
      change({ ...project, ...parts }, fitsNowhereElse, [...before, project]);
    },
    setPublished(published) {
      const put: Again = (project) => ({ ...project, published });
      change({ ...state.get().project, published }, put, before);
    },
    undo() {
      const last = before.at(-1);
      if (last === undefined) return;
      const { published } = state.get().project;
      const project = published === undefined ? last : { ...last, published };
      change(project, fitsNowhereElse, before.slice(0, -1));
    },
    async hear(savedAtMs) {
      if (pending.length > 0 || savedAtMs <= keptAtMs) return;
      const there = await shelf.read(opened.id);
      if (there !== null && pending.length === 0 && there.savedAtMs > keptAtMs) goOnFrom(there);
    },
    settled: async () => {
      await writing;
    },
  };
}

/** Null where an edit names what is no longer there. */
function withEdits(project: Project, edits: readonly DeckEdit[]): Project | null {
  try {
    return { ...project, yaml: editDeck(project.yaml, edits) };
  } catch (error) {
    warn('A change did not fit another tab’s version.', error);
    return null;
  }
}

/** What replaces a part of the project as a whole would take the other tab's work away. */
const fitsNowhereElse: Again = () => null;

/** That nothing is kept stays true; what another tab did is old news after the next change. */
function pageNotice(notice: DeskNotice | null): DeskNotice | null {
  return notice === 'page' ? notice : null;
}
