import { ulid } from '../../questions/ulid.ts';
import { randomBytes } from '../chance.ts';
import { nowMs } from '../clock.ts';
import type { Project } from './openProject.ts';
import { projects } from './projects.ts';

/** Puts a new project on the shelf, whether or not the browser keeps it beyond this page; gives its id. */
export async function addProject(parts: Omit<Project, 'id' | 'savedAtMs'>): Promise<string> {
  const savedAtMs = nowMs();
  const id = ulid(savedAtMs, randomBytes(10));
  await projects.put({ ...parts, id, savedAtMs }, null);
  return id;
}
