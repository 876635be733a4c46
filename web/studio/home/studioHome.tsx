import { useEffect, useState } from 'preact/hooks';
import { Page } from '../../page.tsx';
import { KEY_PATH } from '../../routes.ts';
import type { Project } from '../openProject.ts';
import { projects } from '../projects.ts';
import { NewDeck } from './newDeck.tsx';
import { ProjectList } from './projectList.tsx';
import { PublishedDecks } from './publishedDecks.tsx';

/** A new deck from a document, the decks that are being made in this browser, and those that were published. */
export function StudioHome() {
  const [known, setKnown] = useState<readonly Project[]>();
  const look = () => void projects.all().then(setKnown);
  useEffect(look, []);
  return (
    <Page name="Studio">
      <main class="main classes studio">
        <h1>The studio</h1>
        <p class="lead">
          Give it a document. It finds the facts, each with the passage that proves it, and drafts questions.
          You accept, change or reject them, and publish the deck. Until then everything stays in this
          browser; what you publish belongs to <a href={KEY_PATH}>your key</a>.
        </p>
        <NewDeck taken={(known ?? []).map(({ name }) => name)} />
        {known !== undefined && <ProjectList projects={known} onChange={look} />}
        {known !== undefined && <PublishedDecks projects={known} />}
      </main>
    </Page>
  );
}
