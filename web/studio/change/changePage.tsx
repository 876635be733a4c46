import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { DeckFile } from '../../../questions/deck.ts';
import { reanchor, type Anchored } from '../../../questions/reanchor/reanchor.ts';
import { Page } from '../../page.tsx';
import { projectPath } from '../../routes.ts';
import { chosenFile, documentProblem, type Chosen } from '../home/chosen.ts';
import { DocumentField } from '../home/documentField.tsx';
import { KeptProject } from '../keptProject.tsx';
import { MissingProject } from '../missingProject.tsx';
import type { OpenProject } from '../openProject.ts';
import { useProject } from '../useProject.ts';
import { Comparing } from './comparing.tsx';

/** A new version of the document, and what becomes of each fact's passage in it. */
export interface Compared {
  readonly document: string;
  readonly anchored: Readonly<Record<string, Anchored>>;
}

/** Replaces a project's document: the new one is given, what has changed is looked over, and then it counts. */
export function ChangePage({ id }: { readonly id: string }) {
  const opening = useProject(id);
  if (opening.state === 'loading') return <Page loading />;
  if (opening.state === 'missing') return <MissingProject />;
  const { parsed } = opening;
  if (!parsed.ok)
    return (
      <Frame open={opening} title={opening.project.name}>
        <p class="lead">The deck file has faults. Mend them first: the change of a document changes it.</p>
      </Frame>
    );
  return <Change open={opening} file={parsed.source.file} />;
}

function Change({ open, file }: { readonly open: OpenProject; readonly file: DeckFile }) {
  const [compared, setCompared] = useState<Compared | null>(null);
  return (
    <Frame open={open} title={file.title}>
      <KeptProject open={open} />
      {compared === null ? (
        <NewDocument
          before={open.project.document}
          onDocument={(document) => setCompared({ document, anchored: anchoredIn(open, file, document) })}
        />
      ) : (
        <Comparing open={open} file={file} compared={compared} onBack={() => setCompared(null)} />
      )}
    </Frame>
  );
}

function anchoredIn(open: OpenProject, file: DeckFile, document: string): Compared['anchored'] {
  const passages = Object.fromEntries(Object.entries(file.facts).map(([id, { passage }]) => [id, passage]));
  return reanchor(open.project.document, document, passages, file.language);
}

function NewDocument(props: { readonly before: string; readonly onDocument: (document: string) => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState('');
  const pasted = useRef<HTMLTextAreaElement>(null);
  const take = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    const choice = await chosenFile(file);
    setProblem(choice.ok ? '' : choice.why);
    if (choice.ok) setChosen(choice.chosen);
  };
  const compare = () => {
    const document = chosen?.document ?? pasted.current?.value ?? '';
    const wrong =
      documentProblem(document) || (document === props.before ? 'This is the document as it is.' : '');
    setProblem(wrong);
    if (wrong === '') return props.onDocument(document);
    pasted.current?.focus();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        compare();
      }}
    >
      <p class="lead">
        Give the document as it is now. Each passage is looked for in it; what has moved or is said in other
        words you see side by side before anything changes.
      </p>
      <DocumentField
        chosen={chosen}
        own={pasted}
        problem={problem}
        onText={() => setProblem('')}
        onFiles={(files) => void take(files)}
        onDrop={() => setChosen(null)}
      />
      <div class="actions">
        <button class="primary">Compare</button>
      </div>
    </form>
  );
}

function Frame(props: { open: OpenProject; title: string; children: ComponentChildren }) {
  const { open, title, children } = props;
  return (
    <Page name={`The document has changed · ${title}`}>
      <main class="main classes studio change">
        <p class="kicker">
          <a href={projectPath(open.project.id)}>{title}</a>
        </p>
        <h1>The document has changed</h1>
        {children}
      </main>
    </Page>
  );
}
