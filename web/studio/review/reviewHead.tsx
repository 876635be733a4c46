import { projectPath } from '../../routes.ts';
import { KeptWord } from '../keptProject.tsx';
import type { OpenProject } from '../openProject.ts';
import type { Reviewed } from './listing.ts';

/** What stands beside the document. */
export type Panel = 'questions' | 'glossary' | 'file' | 'publish';

interface ReviewHeadProps {
  readonly open: OpenProject;
  readonly title: string;
  readonly progress: Reviewed;
  readonly panel: Panel;
  /** Turns to a panel, or from it back to the questions. */
  readonly onPanel: (panel: Panel) => void;
}

const PANELS: readonly (readonly [panel: Panel, words: string, key?: string])[] = [
  ['glossary', 'Glossary', 'G'],
  ['file', 'The file itself'],
  ['publish', 'Publish'],
];

/** The deck's title, how far its review is, and the way to what else belongs to it. */
export function ReviewHead({ open, title, progress, panel, onPanel }: ReviewHeadProps) {
  const { reviewed, of } = progress;
  return (
    <header class="review-head">
      <div class="review-title">
        <a class="quiet-link" href="/studio">
          ← Studio
        </a>
        <h1>{title}</h1>
      </div>
      <div class="review-progress">
        <progress class="bar" max={Math.max(1, of)} value={reviewed} aria-label="Reviewed" />
        <span class="quiet">
          {reviewed} of {of} reviewed · <KeptWord open={open} />
        </span>
      </div>
      <nav class="review-panels" aria-label="Parts of the deck">
        {PANELS.map(([name, words, key]) => (
          <button
            key={name}
            type="button"
            class="quiet-link"
            aria-pressed={panel === name}
            onClick={() => onPanel(name)}
          >
            {words}
            {key !== undefined && <Cap of={key} />}
          </button>
        ))}
        {open.project.published !== undefined && (
          <a class="quiet-link" href={projectPath(open.project.id, 'reports')}>
            Reports
          </a>
        )}
        <a class="quiet-link" href={projectPath(open.project.id, 'change')}>
          New version of the document
        </a>
      </nav>
    </header>
  );
}

/** The key that does the same as a button. */
export function Cap({ of }: { readonly of: string }) {
  return (
    <kbd class="review-cap" aria-hidden="true">
      {of}
    </kbd>
  );
}
