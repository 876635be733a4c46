import type { Project } from './openProject.ts';

/** A deck's folder as one file: NAME/document.md, NAME/deck.yaml and NAME/offered.txt in a zip archive. */
export async function zipOf(project: Pick<Project, 'name' | 'yaml' | 'document' | 'offered'>): Promise<Blob> {
  const { downloadZip } = await import('client-zip');
  const { name, yaml, document, offered } = project;
  const files = { 'document.md': document, 'deck.yaml': yaml, 'offered.txt': offered };
  return downloadZip(
    Object.entries(files).map(([file, input]) => ({ name: `${name}/${file}`, input })),
  ).blob();
}
