import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeckFile } from '../../../questions/deck.ts';
import { giveFeedback, type Feedback } from '../../../questions/feedback.ts';
import type { Answer } from '../../../questions/kind.ts';
import type { Place } from '../../../questions/passage.ts';
import { newSeed } from '../../chance.ts';
import { marksOf } from '../../marked.ts';
import { QuestionForm } from '../../question.tsx';
import { ToldSide, VerdictWords } from '../../told.tsx';
import { reasonWords } from '../../verdictWords.ts';
import type { ReviewItem } from './reviewItem.ts';
import { tried, type Tried } from './tried.ts';

interface TryDialogProps {
  readonly item: ReviewItem;
  readonly file: DeckFile;
  readonly document: string;
  readonly onClose: () => void;
}

/** A question as a learner will see it, graded as theirs will be. Nothing of it is kept. */
export function TryDialog({ item, file, document, onClose }: TryDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [seed, setSeed] = useState(newSeed);
  const ready = useMemo(() => tried(file, document, item), [file, document, item]);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="review-try"
      aria-label="As a learner sees it"
      onClose={onClose}
      onKeyDown={pressPrimary}
    >
      {ready === undefined ? (
        <p>It cannot be asked as it is: its passage does not stand in the document once.</p>
      ) : (
        <Trial
          key={seed}
          item={item}
          ready={ready}
          seed={seed}
          language={file.language}
          again={() => setSeed(newSeed())}
        />
      )}
      <div class="actions">
        <button type="button" class="quiet-link" onClick={() => dialog.current?.close()}>
          Close
        </button>
        <span class="quiet">Only a trial: nothing is kept of it.</span>
      </div>
    </dialog>
  );
}

/** Enter does the one thing there is to do, as on every page, where nothing else wants the key. */
function pressPrimary(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.key !== 'Enter' || event.defaultPrevented) return;
  if (
    event.target instanceof Element &&
    event.target.closest('a, button, select, textarea, form input.text') !== null
  )
    return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLElement>('.primary')?.click();
}

interface TrialProps {
  readonly item: ReviewItem;
  readonly ready: Tried;
  readonly seed: string;
  readonly language: string;
  readonly again: () => void;
}

function Trial({ item, ready, seed, language, again }: TrialProps) {
  const { compiled, view } = ready;
  const [given, setGiven] = useState<{ readonly answer: Answer; readonly feedback: Feedback }>();
  const [elsewhere, setElsewhere] = useState<Place>();
  const next = useRef<HTMLButtonElement>(null);
  const told = given?.feedback.told;
  useLayoutEffect(() => {
    if (told !== undefined) next.current?.focus();
  }, [told]);
  const unclear = useMemo(
    () =>
      given?.feedback.verdict.outcome === 'again'
        ? { words: reasonWords(given.feedback.verdict, 1) }
        : undefined,
    [given],
  );
  const answer = (answered: Answer) => {
    const asked = { fact: item.factId, question: item.questionId, answer: answered };
    const feedback = giveFeedback(compiled.deck, compiled.key, compiled.document, asked);
    if (feedback !== undefined) setGiven({ answer: answered, feedback });
  };
  const Marks = marksOf(view);
  return (
    <div class={told === undefined ? 'review-trial' : 'review-trial told-too'}>
      <div>
        <QuestionForm
          view={view}
          seed={seed}
          unclear={unclear}
          marks={
            told !== undefined &&
            given !== undefined && (
              <Marks
                view={view}
                seed={seed}
                given={given.answer}
                verdict={given.feedback.verdict}
                told={told}
                onShowPlace={setElsewhere}
              />
            )
          }
          onAnswer={answer}
          kicker="As a learner sees it"
          takesFocus
        />
        <div class="verdict" role="status" data-outcome={given?.feedback.verdict.outcome}>
          {told !== undefined && given !== undefined && <VerdictWords {...given.feedback} />}
        </div>
        {told !== undefined && (
          <div class="actions">
            <button ref={next} type="button" class="primary" onClick={again}>
              Try again
            </button>
          </div>
        )}
      </div>
      {told !== undefined && given !== undefined && (
        <ToldSide
          feedback={given.feedback}
          document={compiled.document}
          href={`#${item.ref}`}
          language={language}
          elsewhere={elsewhere}
          onBack={() => setElsewhere(undefined)}
          onWhole={() => setElsewhere(undefined)}
        />
      )}
    </div>
  );
}
