import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DeckFile } from '../../../questions/deck.ts';
import type { KnownReport } from '../../../questions/publish.ts';
import type { Said } from '../../askServer.ts';
import { RefusedPage } from '../../classroom/refused.tsx';
import { Page } from '../../page.tsx';
import { projectPath } from '../../routes.ts';
import { KeptProject } from '../keptProject.tsx';
import type { OpenProject } from '../openProject.ts';
import { MissingProject } from '../missingProject.tsx';
import { reportsOn } from '../publish/ownDecks.ts';
import { useProject } from '../useProject.ts';
import { useDeciding } from './deciding.ts';
import { Report } from './report.tsx';
import { reportedIn } from './reported.ts';

/** What learners report about a published deck, to be decided once; the deck changes by it and is published again. */
export function ReportsPage({ id }: { readonly id: string }) {
  const opening = useProject(id);
  if (opening.state === 'loading') return <Page loading />;
  if (opening.state === 'missing') return <MissingProject />;
  const { parsed } = opening;
  const problem = !parsed.ok
    ? 'The deck file has faults. Mend them first: reports change the deck.'
    : opening.project.published === undefined
      ? 'This deck is not published yet, so nobody can report anything about it.'
      : null;
  if (problem !== null || !parsed.ok)
    return (
      <Frame open={opening} title={opening.project.name}>
        <p class="lead">{problem}</p>
      </Frame>
    );
  return <Reports open={opening} file={parsed.source.file} />;
}

function Reports({ open, file }: { readonly open: OpenProject; readonly file: DeckFile }) {
  const { name } = open.project;
  const [said, setSaid] = useState<Said<readonly KnownReport[]>>();
  const deciding = useDeciding(open, file);
  const look = () => {
    setSaid(undefined);
    void reportsOn(name).then(setSaid);
  };
  useEffect(look, [name]);
  if (said === undefined) return <Page loading />;
  if (!said.ok)
    return (
      <RefusedPage
        refusal={said}
        retry={look}
        back={{ href: projectPath(open.project.id), words: 'Back to the review' }}
      />
    );
  const all = reportedIn(said.value);
  return (
    <Frame open={open} title={file.title}>
      <KeptProject open={open} />
      <p class="problem" role="alert">
        {deciding.problem}
      </p>
      {all.length === 0 ? (
        <section class="empty">
          <h2>No reports</h2>
          <p>Where a learner says that something is wrong with a question, it stands here with the answer.</p>
          <div class="actions">
            <button type="button" class="plain" onClick={look}>
              Look again
            </button>
          </div>
        </section>
      ) : (
        all.map((reported) => (
          <Report
            key={`${reported.fact}/${reported.question} ${reported.reports.join()}`}
            open={open}
            file={file}
            reported={reported}
            deciding={deciding}
          />
        ))
      )}
    </Frame>
  );
}

function Frame(props: { open: OpenProject; title: string; children: ComponentChildren }) {
  const { open, title, children } = props;
  return (
    <Page name={`Reports · ${title}`}>
      <main class="main classes studio reports">
        <p class="kicker">
          <a href={projectPath(open.project.id)}>{title}</a>
        </p>
        <h1>What learners report</h1>
        <p class="lead">
          Decide each answer once. A decision changes the deck and publishes it again, with everything else
          that is reviewed here by then.
        </p>
        {children}
      </main>
    </Page>
  );
}
