import { momentText } from '../../clock.ts';
import { Copy } from '../../copy.tsx';
import { QrCode } from '../../qr.tsx';
import { deckPath, projectPath } from '../../routes.ts';
import type { Project } from '../openProject.ts';

const REVISION_SHOWN = 8;

/** Where a published deck is studied, put on a page, and what its learners report. */
export function PublishedLinks(props: {
  readonly project: Project;
  readonly published: NonNullable<Project['published']>;
}) {
  const { id, revision, publishedAtMs } = props.published;
  const link = window.location.origin + deckPath(id);
  return (
    <div class="studio-links">
      <h3>Its link</h3>
      <p>
        <a class="code" href={deckPath(id)}>
          {link}
        </a>
      </p>
      <p class="quiet">
        Published {momentText(publishedAtMs)}, revision {revision.slice(0, REVISION_SHOWN)}. Whoever has the
        link can study it; no list shows it. A new revision reaches learners within a minute or two.
      </p>
      <div class="actions">
        <Copy text={link} label="Copy the link" what="the link" />
      </div>
      <details class="studio-more">
        <summary>A code for a camera</summary>
        <div class="studio-qr">
          <QrCode text={link} label="The link as a QR code" />
        </div>
      </details>
      <div class="actions">
        <a class="quiet-link" href={deckPath(id, 'embed')}>
          Put it on a page
        </a>
        <a class="quiet-link" href={projectPath(props.project.id, 'reports')}>
          What learners report
        </a>
      </div>
    </div>
  );
}
