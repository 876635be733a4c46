import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../questions/passage.ts';
import { after } from './after.ts';
import type { OpenDeck } from './deckClient.ts';
import { useLetterKeys } from './letterKeys.ts';
import { NotGraded } from './notGraded.tsx';
import { useObserved } from './observed.ts';
import { QuestionForm } from './question.tsx';
import { deckPath } from './routes.ts';
import { kickerOf } from './sessionWords.ts';
import type { Studying } from './studying.ts';

interface AskingProps {
  readonly open: OpenDeck;
  readonly studying: Studying;
  /** What the learner should know about the keeping of answers. */
  readonly notice?: ComponentChildren;
  /** Whether a new question takes the focus; false where it must not be stolen. */
  readonly takesFocus: boolean;
}

/** The present question of a session, and once it is answered the verdict and the place that proves it. */
export function Asking({ open, studying, notice, takesFocus }: AskingProps) {
  const { phase, question, seed } = studying;
  const [keysShown, showKeys] = useState(false);
  const [elsewhere, setElsewhere] = useState<Place>();
  const hint = useRef<HTMLParagraphElement>(null);
  const parts = useObserved(after);
  useEffect(() => {
    setElsewhere(undefined);
    window.scrollTo(0, 0);
  }, [seed]);
  useLetterKeys({ h: studying.showHint, u: studying.undo, '?': () => showKeys(true) });
  if (question === undefined) return null;
  const told = phase.at === 'told' ? phase : null;
  // The button that asked for the hint is gone then, and the focus with it.
  const hintFromButton = () => {
    studying.showHint();
    requestAnimationFrame(() => hint.current?.focus());
  };
  return (
    <main class="study">
      <div class="study-main">
        <QuestionForm
          view={question.view}
          seed={seed}
          unclear={phase.at === 'asking' ? phase.unclear : undefined}
          marks={
            told && parts ? (
              <parts.AnswerMarks view={question.view} seed={seed} told={told} onShowPlace={setElsewhere} />
            ) : undefined
          }
          onAnswer={studying.answer}
          kicker={kickerOf(open.deck, studying)}
          busy={phase.at === 'grading'}
          takesFocus={takesFocus}
          more={<Aids hinted={phase.hint} onHint={hintFromButton} onKeys={() => showKeys(true)} />}
        />
        <p ref={hint} class="quiet hint" role="status" tabIndex={-1}>
          {phase.hint && told === null && `Hint: ${question.hint}`}
        </p>
        {/* Here from the start, so that a screen reader hears it change. */}
        <div class="verdict" role="status" id="verdict" data-outcome={told?.feedback.verdict.outcome}>
          {told && parts && <parts.VerdictWords {...told.feedback} />}
        </div>
        {phase.at === 'failed' && (
          <NotGraded sealed={open.deck.access === 'sealed'} retry={() => studying.answer(phase.answer)} />
        )}
        {told && parts && <parts.AfterActions told={told} studying={studying} deck={open.deck} />}
        {notice}
      </div>
      {told && parts && (
        <parts.ToldSide
          feedback={told.feedback}
          document={open.document}
          href={`${deckPath(open.deck.id, 'document')}?at=${told.answered.fact}`}
          language={open.deck.language}
          elsewhere={elsewhere}
          onBack={() => setElsewhere(undefined)}
        />
      )}
      {keysShown && parts && <parts.KeysDialog onClose={() => showKeys(false)} />}
    </main>
  );
}

function Aids({ hinted, onHint, onKeys }: { hinted: boolean; onHint: () => void; onKeys: () => void }) {
  return (
    <>
      {!hinted && (
        <button type="button" class="quiet-link" onClick={onHint}>
          Hint
        </button>
      )}
      <button type="button" class="quiet-link for-keyboard" onClick={onKeys}>
        Keys
      </button>
    </>
  );
}
