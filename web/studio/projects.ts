import * as v from 'valibot';
import { openDatabase } from '../database.ts';
import { warn } from '../warn.ts';
import type { Project } from './openProject.ts';
import { ProjectSchema } from './projectSchema.ts';

/** What became of a project that was to be kept. */
export type Keeping =
  /** It is in the browser. */
  | { readonly state: 'kept' }
  /** The browser keeps nothing: it is there as long as the page. */
  | { readonly state: 'page' }
  /** The browser has no room. */
  | { readonly state: 'refused' }
  /** Another tab has kept another version since; nothing was written. */
  | { readonly state: 'elsewhere'; readonly project: Project };

/** Where projects lie. */
export interface ProjectShelf {
  readonly all: () => Promise<readonly Project[]>;
  readonly read: (id: string) => Promise<Project | null>;
  /** Keeps a project in the place of the version that was saved at `afterMs`; null for a new one. One that is gone is put back. */
  readonly put: (project: Project, afterMs: number | null) => Promise<Keeping>;
  readonly drop: (id: string) => Promise<void>;
  /** Forgets every project. */
  readonly clear: () => Promise<void>;
}

/** Where the browser keeps nothing, projects live as long as the page. */
const ofPage = new Map<string, Project>();

/** The projects of this browser. */
export const projects: ProjectShelf = {
  async all() {
    const rows: readonly unknown[] = (await (await openDatabase())?.getAll('projects')) ?? [
      ...ofPage.values(),
    ];
    return rows.flatMap((row) => known(row) ?? []);
  },
  async read(id) {
    const database = await openDatabase();
    return known(database === null ? ofPage.get(id) : await database.get('projects', id)) ?? null;
  },
  async put(project, afterMs) {
    const database = await openDatabase();
    if (database === null) {
      ofPage.set(project.id, project);
      return { state: 'page' };
    }
    try {
      const change = database.transaction('projects', 'readwrite');
      const there = known(await change.store.get(project.id));
      const isElsewhere = there !== undefined && there.savedAtMs !== afterMs;
      if (!isElsewhere) await change.store.put(project);
      await change.done;
      return isElsewhere ? { state: 'elsewhere', project: there } : { state: 'kept' };
    } catch (error) {
      warn('The project could not be kept.', error);
      return { state: 'refused' };
    }
  },
  async drop(id) {
    ofPage.delete(id);
    await (await openDatabase())?.delete('projects', id);
  },
  async clear() {
    ofPage.clear();
    await (await openDatabase())?.clear('projects');
  },
};

function known(row: unknown): Project | undefined {
  const result = v.safeParse(ProjectSchema, row);
  return result.success ? result.output : undefined;
}
