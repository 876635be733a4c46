import { useId } from 'preact/hooks';
import type { DeckFile } from '../../questions/deck.ts';
import { Radios } from '../classroom/parts/radios.tsx';
import { KEY_PATH } from '../routes.ts';
import { DownloadFolder } from './downloadFolder.tsx';
import type { OpenProject } from './openProject.ts';
import { Blocking } from './publish/blocking.tsx';
import { Publishing } from './publish/publishing.tsx';
import { PublishedLinks } from './publish/publishedLinks.tsx';
import { toPublish } from './publish/toPublish.ts';

const ACCESS = [
  {
    value: 'open',
    words: 'Open',
    means:
      'Learners can study without a connection. The answers travel with the questions, so whoever looks for them finds them.',
  },
  {
    value: 'sealed',
    words: 'Sealed',
    means: 'The answers stay on the server until a learner has answered. For tests; needs a connection.',
  },
] as const;

/** How a project becomes a deck that others study: who may see its answers, what blocks it, its links, and the way back as a folder. */
export function PublishPanel({ open }: { readonly open: OpenProject }) {
  const id = useId();
  const { parsed, project } = open;
  return (
    <section class="class-part studio-publish" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Publish</h2>
      {parsed.ok ? (
        <Publishable open={open} file={parsed.source.file} />
      ) : (
        <p class="quiet">The deck file has faults that have to be mended before it can be published.</p>
      )}
      {project.published !== undefined && <PublishedLinks project={project} published={project.published} />}
      <DownloadFolder project={project} />
    </section>
  );
}

function Publishable({ open, file }: { readonly open: OpenProject; readonly file: DeckFile }) {
  const id = useId();
  const { reviewed, drafts, blocking } = toPublish(file, open.findings);
  const setAccess = (access: DeckFile['access']) => open.edit([{ type: 'head', value: { access } }]);
  return (
    <>
      <p class="quiet">
        {reviewedWords(reviewed)} {draftWords(drafts)}
      </p>
      <Radios
        id={`${id}-access`}
        label="The answers"
        options={ACCESS}
        value={file.access}
        onValue={setAccess}
      />
      <Blocking findings={blocking} />
      <Publishing open={open} isReady={reviewed > 0 && blocking.length === 0} />
      <p class="quiet">
        A published deck belongs to <a href={KEY_PATH}>your key</a>: with it you go on from any device.
      </p>
    </>
  );
}

function reviewedWords(count: number): string {
  if (count === 0) return 'No question is reviewed yet: accept at least one.';
  return count === 1 ? 'One question is reviewed.' : `${count} questions are reviewed.`;
}

function draftWords(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? 'One draft stays here, unserved, until you have reviewed it.'
    : `${count} drafts stay here, unserved, until you have reviewed them.`;
}
