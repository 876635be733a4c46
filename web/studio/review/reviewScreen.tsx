import { useObserved } from '../../observed.ts';
import { Page } from '../../page.tsx';
import { place } from '../../router.ts';
import { KeptProject } from '../keptProject.tsx';
import type { OpenProject } from '../openProject.ts';
import { useProject } from '../useProject.ts';
import { FilePanel } from './filePanel.tsx';
import { Review } from './review.tsx';

/** A project of the studio: its document with the questions that are made of it. */
export function ReviewScreen({ id }: { id: string }) {
  const opening = useProject(id);
  if (opening.state === 'loading') return <Page loading />;
  if (opening.state === 'missing') return <MissingProject />;
  return <Opened open={opening} />;
}

function Opened({ open }: { readonly open: OpenProject }) {
  const { hash } = useObserved(place);
  if (open.parsed.ok) return <Review open={open} file={open.parsed.source.file} asked={hash} />;
  return (
    <Page name={open.project.name}>
      <main class="main wide classes studio">
        <p class="kicker">
          <a href="/studio">The studio</a>
        </p>
        <h1>{open.project.name}</h1>
        <KeptProject open={open} />
        <FilePanel open={open} />
      </main>
    </Page>
  );
}

function MissingProject() {
  return (
    <Page name="No such project">
      <main class="main">
        <section class="empty">
          <h1>There is no such project in this browser</h1>
          <p>
            Projects are kept where they were made. What you have published can be opened again in the studio.
          </p>
          <div class="actions">
            <a class="primary" href="/studio">
              The studio
            </a>
          </div>
        </section>
      </main>
    </Page>
  );
}
