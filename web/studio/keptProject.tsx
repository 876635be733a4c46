import type { OpenProject } from './openProject.ts';

const NOTICES: Readonly<Record<NonNullable<OpenProject['notice']>, string>> = {
  page: 'This browser does not let us keep anything: what you do here is gone when you close this page. Download the deck before you do.',
  'changed-elsewhere': 'This project was changed in another tab. What it did is shown here now.',
  lost: 'This project was changed in another tab. What it did is shown here now; your last change did not fit any more and was left out.',
};

const WORDS: Readonly<Record<OpenProject['keeping'], string>> = {
  kept: 'kept in this browser',
  waiting: 'keeping …',
  refused: 'not kept',
};

/** Whether a project's last change is kept, in a word. */
export function KeptWord({ open }: { open: Pick<OpenProject, 'keeping'> }) {
  return <span class="quiet studio-kept">{WORDS[open.keeping]}</span>;
}

/** What the author should know about the keeping of a project; nothing where all is well. */
export function KeptProject({ open }: { open: Pick<OpenProject, 'keeping' | 'notice'> }) {
  const text =
    open.notice === null
      ? open.keeping === 'refused'
        ? 'This browser has no room left: the last changes are not kept. Make some room, or download the deck.'
        : null
      : NOTICES[open.notice];
  if (text === null) return null;
  return (
    <p class="notice" role="status">
      {text}
    </p>
  );
}
