import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeckFile } from '../../../questions/deck.ts';
import { paragraphsOf } from '../../../questions/document.ts';
import { editDeck } from '../../../questions/edit/editDeck.ts';
import type { Place } from '../../../questions/passage.ts';
import { serverNowMs } from '../../classroom/ownActs.ts';
import { navigate } from '../../router.ts';
import { projectPath } from '../../routes.ts';
import type { OpenProject } from '../openProject.ts';
import { selectedPlace } from '../review/selection.ts';
import { sha256Of } from '../sha256.ts';
import type { Compared } from './changePage.tsx';
import { doubtfulIn, editsFor, type Decided } from './changing.ts';
import { SideBySide } from './sideBySide.tsx';

interface ComparingProps {
  readonly open: OpenProject;
  readonly file: DeckFile;
  readonly compared: Compared;
  readonly onBack: () => void;
}

/** What became of each passage; the change counts once everything doubtful is decided. */
export function Comparing({ open, file, compared, onBack }: ComparingProps) {
  const { document, anchored } = compared;
  const [decided, setDecided] = useState<ReadonlyMap<string, Decided>>(new Map());
  const [problem, setProblem] = useState('');
  const [isTaken, setTaken] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const text = useRef<HTMLElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const doubtful = doubtfulIn(anchored);
  const left = doubtful.filter(({ id }) => !decided.has(id)).length;
  const decide = (id: string, decision: Decided) => setDecided((now) => new Map(now).set(id, decision));
  const choose = (id: string) => {
    const place = text.current === null ? null : selectedPlace(text.current, document);
    setProblem(place === null ? 'Select the words in the new document first; it stands below.' : '');
    if (place === null) text.current?.focus();
    else decide(id, { as: 'chosen', place });
  };
  const apply = async () => {
    if (left > 0) return setProblem(leftWords(left));
    const at = new Date(serverNowMs()).toISOString();
    const before = open.project.document;
    const about = { before, documentSha256: await sha256Of(document), at };
    const edits = editsFor(file, document, anchored, decided, about);
    setTaken(true);
    open.replace({ document, yaml: editDeck(open.project.yaml, edits) });
  };
  // The next screen may be reloaded at once: the change is kept by then.
  useLayoutEffect(() => {
    if (isTaken && open.keeping !== 'waiting') navigate(projectPath(open.project.id));
  }, [isTaken, open.keeping]);
  if (isTaken) return <p class="loading">One moment …</p>;
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {countWords(compared)}
      </h2>
      {doubtful.map(({ id, anchored: one }) => (
        <SideBySide
          key={id}
          statement={file.facts[id]?.statement ?? id}
          before={file.facts[id]?.passage.exact ?? ''}
          document={document}
          anchored={one}
          decided={decided.get(id)}
          onDecide={(decision) => decide(id, decision)}
          onChoose={() => choose(id)}
        />
      ))}
      {doubtful.length > 0 && <NewText own={text} document={document} language={file.language} />}
      <p class="problem" role="alert">
        {problem}
      </p>
      <div class="actions">
        <button type="button" class="primary" aria-disabled={left > 0} onClick={() => void apply()}>
          Take the new document
        </button>
        <button type="button" class="quiet-link" onClick={onBack}>
          Give another text
        </button>
      </div>
      <p class="quiet" role="status">
        {left > 0 ? leftWords(left) : 'Everything is decided. Learners notice nothing before you publish.'}
      </p>
    </>
  );
}

/** The new document, whose words can be selected as a passage. */
function NewText(props: { own: { current: HTMLElement | null }; document: string; language: string }) {
  const paragraphs: readonly Place[] = paragraphsOf(props.document);
  return (
    <section aria-labelledby="new-document">
      <h2 id="new-document">The new document</h2>
      <article
        ref={props.own}
        class="document review-text change-text"
        lang={props.language}
        tabIndex={0}
        aria-labelledby="new-document"
      >
        {paragraphs.map(({ start, end }) => (
          <p key={start} class="paragraph" data-start={start}>
            {props.document.slice(start, end)}
          </p>
        ))}
      </article>
    </section>
  );
}

function leftWords(left: number): string {
  return left === 1 ? 'One passage is still to be decided.' : `${left} passages are still to be decided.`;
}

function countWords({ anchored }: Compared): string {
  const of = (as: string) => Object.values(anchored).filter((one) => one.as === as).length;
  const parts = [
    [of('same'), 'the same'],
    [of('moved'), 'moved'],
    [of('reworded'), 'reworded'],
    [of('gone'), 'gone'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
}
