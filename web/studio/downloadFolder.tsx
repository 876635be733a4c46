import { useState } from 'preact/hooks';
import { downloadBlob } from '../download.ts';
import { warn } from '../warn.ts';
import { zipOf } from './folder.ts';
import type { Project } from './openProject.ts';

/** Gives a project to the author as a deck folder, in a zip archive. */
export function DownloadFolder({ project }: { readonly project: Project }) {
  const [problem, setProblem] = useState('');
  const give = async () => {
    try {
      downloadBlob(`${project.name}.zip`, await zipOf(project));
      setProblem('');
    } catch (error) {
      warn('The folder could not be made.', error);
      setProblem('The folder could not be made. Please try again.');
    }
  };
  return (
    <>
      <div class="actions">
        <button type="button" class="quiet-link" onClick={() => void give()}>
          Download the deck folder
        </button>
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
    </>
  );
}
