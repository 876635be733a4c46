import * as v from 'valibot';
import {
  OwnDeckSchema,
  PublishedSchema,
  ReportsSchema,
  type Decision,
  type KnownReport,
  type Published,
  type ReportId,
  type Revision,
} from '../../../questions/publish.ts';
import { askServer, type Said } from '../../askServer.ts';
import { addProject } from '../newProject.ts';
import type { Project } from '../openProject.ts';

/** Publishes a project where the server still has the revision `after`; null for a deck that it does not have. */
export function publishProject(project: Project, after: Revision | null): Promise<Said<Published>> {
  const { name, yaml, document, offered } = project;
  return askServer('PUT', `/own/decks/${name}`, PublishedSchema, { yaml, document, offered, after });
}

/** Publishes a project in the place of whatever the server has under its name. */
export async function publishOver(project: Project): Promise<Said<Published>> {
  const said = await askServer('GET', `/own/decks/${project.name}`, OwnDeckSchema);
  return said.ok ? publishProject(project, said.value.revision) : said;
}

/** Makes a project of the published deck of this name; gives its id. */
export async function openPublished(name: string): Promise<Said<string>> {
  const said = await askServer('GET', `/own/decks/${name}`, OwnDeckSchema);
  if (!said.ok) return said;
  const { yaml, document, offered, id, revision, publishedAtMs } = said.value;
  const published = { id, revision, publishedAtMs };
  return { ok: true, value: await addProject({ name, yaml, document, offered, reasons: {}, published }) };
}

/** Takes a published deck off the server: nobody can study it any more. */
export function takeBack(name: string): Promise<Said<null>> {
  return askServer('DELETE', `/own/decks/${name}`, v.null());
}

/** What learners report about a published deck. */
export async function reportsOn(name: string): Promise<Said<readonly KnownReport[]>> {
  const said = await askServer('GET', `/own/decks/${name}/reports`, ReportsSchema);
  return said.ok ? { ok: true, value: said.value.reports } : said;
}

/** Says what was done about some reports; ends with the first that failed. */
export async function decide(
  name: string,
  reports: readonly ReportId[],
  decision: Decision,
): Promise<Said<null>> {
  for (const report of reports) {
    const said = await askServer('PUT', `/own/decks/${name}/reports/${report}/decision`, v.null(), decision);
    if (!said.ok) return said;
  }
  return { ok: true, value: null };
}
