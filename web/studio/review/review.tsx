import { useRef, useState } from 'preact/hooks';
import type { DeckFile, Passage } from '../../../questions/deck.ts';
import { passageAt } from '../../../questions/passageAt.ts';
import { useObserved } from '../../observed.ts';
import { Page } from '../../page.tsx';
import { KeptProject } from '../keptProject.tsx';
import type { OpenProject } from '../openProject.ts';
import { PublishPanel } from '../publishPanel.tsx';
import { DocumentPane } from './documentPane.tsx';
import type { Edited } from './editor/saving.ts';
import { FilePanel } from './filePanel.tsx';
import { GlossaryPanel } from './glossaryPanel.tsx';
import { keysOff } from './keysOff.ts';
import { Legend } from './legend.tsx';
import { newFactOf } from './newFact.ts';
import { QuestionEditor } from './questionEditor.tsx';
import { Questions, type Doing } from './questions.tsx';
import { ReviewHead, type Panel } from './reviewHead.tsx';
import { useReviewing } from './reviewing.ts';
import { useReviewKeys } from './reviewKeys.ts';
import { selectedPlace } from './selection.ts';
import { TryDialog } from './tryDialog.tsx';

interface ReviewProps {
  readonly open: OpenProject;
  readonly file: DeckFile;
  /** The `fact/question`, or the fact, that the address names; empty where it names none. */
  readonly asked: string;
}

/** The review of a deck: the document on one side, on the other one question at a time with all others below. */
export function Review({ open, file, asked }: ReviewProps) {
  const { project } = open;
  const reviewing = useReviewing(open, file, asked);
  const { current } = reviewing;
  const [panel, setPanel] = useState<Panel>('questions');
  const [edited, setEdited] = useState<Edited | null>(null);
  const [picked, setPicked] = useState<{ readonly passage: Passage } | null>(null);
  const [problem, setProblem] = useState('');
  const [shown, setShown] = useState<'try' | 'keys' | null>(null);
  const text = useRef<HTMLElement>(null);

  const edit = (next: Edited) => {
    setPicked(null);
    setProblem('');
    setPanel('questions');
    setEdited(next);
  };
  const leave = () => {
    setEdited(null);
    if (current !== null) reviewing.show(current.ref);
  };
  const takeSelection = () => {
    const place = text.current === null ? null : selectedPlace(text.current, project.document);
    if (place === null) return setProblem('Select some words in the document first.');
    const tooLong = 'This cannot be a passage: it is too long, or cannot be told from another place.';
    if (edited !== null) {
      const passage = passageAt(project.document, place);
      setProblem(passage === undefined ? tooLong : '');
      if (passage !== undefined) setPicked({ passage });
      return;
    }
    const start = newFactOf(project.document, file.language, place);
    if (start === null) return setProblem(tooLong);
    edit({ type: 'fact', start });
  };
  const turn = (to: Panel) => {
    setPanel(panel === to ? 'questions' : to);
    if (panel === to && current !== null) reviewing.show(current.ref);
  };
  const doing: Doing = {
    ...reviewing,
    edit: () => {
      if (current !== null) edit({ type: 'question', item: current });
    },
    another: () => {
      if (current !== null) edit({ type: 'another', item: current });
    },
    tryOut: () => {
      if (current !== null) setShown('try');
    },
    showKeys: () => setShown('keys'),
    turnOrder: () => reviewing.setOrder(reviewing.order === 'best' ? 'document' : 'best'),
  };
  const isReviewing = edited === null && panel === 'questions';
  useReviewKeys(
    {
      ...(edited === null ? { g: () => turn('glossary'), u: reviewing.undo } : {}),
      ...(isReviewing ? reviewKeys(doing) : {}),
      n: takeSelection,
      '?': doing.showKeys,
    },
    useObserved(keysOff),
  );

  return (
    <Page name={file.title} keepScroll>
      <main class="review classes studio">
        <ReviewHead
          open={open}
          title={file.title}
          progress={reviewing.progress}
          panel={panel}
          onPanel={turn}
        />
        <KeptProject open={open} />
        <p class="sr-only" role="status">
          {reviewing.said} {reviewing.progress.reviewed} of {reviewing.progress.of} reviewed.
        </p>
        <div class="review-columns">
          <div class="review-side">
            <p class="problem" role="alert">
              {problem}
            </p>
            {edited !== null && (
              <QuestionEditor
                edited={edited}
                file={file}
                project={project}
                picked={picked}
                onSave={(edits, ref) => {
                  setEdited(null);
                  reviewing.save(edits, ref);
                }}
                onLeave={leave}
              />
            )}
            {isReviewing && <Questions open={open} file={file} doing={doing} />}
            {edited === null && panel === 'glossary' && (
              <GlossaryPanel open={open} file={file} onEdits={reviewing.change} />
            )}
            {edited === null && panel === 'file' && <FilePanel open={open} />}
            {edited === null && panel === 'publish' && (
              <div class="review-panel">
                <PublishPanel open={open} />
              </div>
            )}
          </div>
          <DocumentPane
            document={project.document}
            language={file.language}
            items={reviewing.items}
            current={current}
            onFact={reviewing.showFact}
            own={text}
            onSelection={takeSelection}
            selectionWords={edited === null ? 'Make a fact of this' : 'Take this as the passage'}
          />
        </div>
        {shown === 'keys' && <Legend onClose={() => setShown(null)} />}
        {shown === 'try' && current !== null && (
          <TryDialog item={current} file={file} document={project.document} onClose={() => setShown(null)} />
        )}
      </main>
    </Page>
  );
}

/** What single keys do while questions are reviewed. */
function reviewKeys(doing: Doing): Readonly<Record<string, () => void>> {
  const next = () => doing.step(1);
  const previous = () => doing.step(-1);
  return {
    j: next,
    ArrowDown: next,
    k: previous,
    ArrowUp: previous,
    a: doing.accept,
    e: doing.edit,
    r: doing.reject,
    x: doing.reject,
    t: doing.tryOut,
    d: doing.turnOrder,
  };
}
