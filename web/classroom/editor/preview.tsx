import { useEffect, useRef, useState } from 'preact/hooks';
import { newSeed } from '../../chance.ts';
import type { Draft } from '../../kind.ts';
import { screenOf } from '../../kinds.ts';
import type { TestDeck } from '../grading/testDeck.ts';
import { questionSeed } from '../questionSeed.ts';
import type { Form } from './form.ts';
import { sampled, type NamedQuestion } from './scoped.ts';

/** A look at the questions as a student gets them. */
export function Preview({ form, deck }: { form: Form; deck: TestDeck }) {
  const [shown, setShown] = useState<{
    readonly seed: string;
    readonly questions: readonly NamedQuestion[];
  }>();
  const show = () => {
    const seed = form.draw === 'same' ? form.seed : newSeed();
    setShown({ seed, questions: sampled(deck, form, seed) });
  };
  return (
    <div class="class-part">
      <div class="actions">
        <button type="button" class="plain assign-show" onClick={show}>
          Preview as a student
        </button>
        <span class="quiet">One draw of what you chose; nothing is kept of it.</span>
      </div>
      {shown !== undefined && (
        <Sheet {...shown} language={deck.language} onClose={() => setShown(undefined)} />
      )}
    </div>
  );
}

interface SheetProps {
  readonly seed: string;
  readonly questions: readonly NamedQuestion[];
  readonly language: string;
  readonly onClose: () => void;
}

function Sheet({ seed, questions, language, onClose }: SheetProps) {
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const question = questions[at];
  return (
    <dialog ref={dialog} class="assign-preview" aria-label="Preview as a student" onClose={onClose}>
      {question === undefined ? (
        <p>There is no question here yet.</p>
      ) : (
        <PreviewQuestion
          key={question.ref}
          question={question}
          seed={questionSeed(seed, at)}
          kicker={`Question ${at + 1} of ${questions.length}`}
          language={language}
        />
      )}
      <div class="actions">
        {at + 1 < questions.length && (
          <button type="button" class="primary" onClick={() => setAt(at + 1)}>
            Next
          </button>
        )}
        {at > 0 && (
          <button type="button" class="plain" onClick={() => setAt(at - 1)}>
            Back
          </button>
        )}
        <button type="button" class="quiet-link" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}

interface PreviewQuestionProps {
  readonly question: NamedQuestion;
  readonly seed: string;
  readonly kicker: string;
  readonly language: string;
}

/** The answer is shown on wish alone. */
function PreviewQuestion({ question, seed, kicker, language }: PreviewQuestionProps) {
  const { view, solution } = question;
  const screen = screenOf(view);
  const [draft, setDraft] = useState<Draft>(() => screen.start(view, seed));
  const [isTold, setTold] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="question" lang={language}>
      <p class="kicker" lang="en">
        {kicker}
      </p>
      <h1 id="preview-prompt" ref={heading} tabIndex={-1}>
        {view.prompt}
      </h1>
      <screen.Fields
        view={view}
        seed={seed}
        draft={draft}
        headingId="preview-prompt"
        problemId={undefined}
        onDraft={setDraft}
      />
      <div class="actions" lang="en">
        <button type="button" class="quiet-link" aria-expanded={isTold} onClick={() => setTold(!isTold)}>
          {isTold ? 'Hide the answer' : 'Show the answer'}
        </button>
      </div>
      <p role="status">{isTold && solution.join(' · ')}</p>
    </div>
  );
}
