import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../questions/passage.ts';
import { mayClaim } from './answering.ts';
import type { OpenDeck } from './deckClient.ts';
import { againWords, kickerOf } from './sessionWords.ts';
import { formsOf } from './studyDeck.ts';
import type { StudyDeck } from './deckSchema.ts';
import { KeysDialog } from './keysDialog.tsx';
import { useLetterKeys } from './letterKeys.ts';
import { NotGraded } from './notGraded.tsx';
import { QuestionForm } from './question.tsx';
import { deckPath } from './routes.ts';
import type { Told } from './phase.ts';
import type { Studying } from './studying.ts';
import { ToldPane, VerdictLine } from './told.tsx';

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
  const feedback = told?.feedback ?? (phase.at === 'asking' ? phase.unclear?.feedback : undefined);
  return (
    <main class="study">
      <div class="study-main">
        <QuestionForm
          view={question.view}
          seed={seed}
          feedback={feedback}
          given={told?.answer}
          onAnswer={studying.answer}
          onShowPlace={setElsewhere}
          kicker={kickerOf(open.deck, studying)}
          busy={phase.at === 'grading'}
          takesFocus={takesFocus}
          more={<Aids hinted={phase.hint} onHint={hintFromButton} onKeys={() => showKeys(true)} />}
        />
        <p ref={hint} class="quiet hint" role="status" tabIndex={-1}>
          {phase.hint && told === null && `Hint: ${question.hint}`}
        </p>
        <VerdictLine feedback={told?.feedback} />
        {phase.at === 'failed' && (
          <NotGraded sealed={open.deck.access === 'sealed'} retry={() => studying.answer(phase.answer)} />
        )}
        {told !== null && <AfterAnswer told={told} studying={studying} deck={open.deck} />}
        {notice}
      </div>
      {told !== null && (
        <Side place={elsewhere}>
          <ToldPane
            feedback={told.feedback}
            document={open.document}
            href={`${deckPath(open.deck.id, 'document')}?at=${told.answered.fact}`}
            language={open.deck.language}
            elsewhere={elsewhere}
            onBack={() => setElsewhere(undefined)}
          />
        </Side>
      )}
      {keysShown && <KeysDialog onClose={() => showKeys(false)} />}
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

function AfterAnswer({ told, studying, deck }: { told: Told; studying: Studying; deck: StudyDeck }) {
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), [told.claimed]);
  const { question, schedule } = studying;
  const mayUndo = studying.session.once !== true;
  const claimable = question !== undefined && mayClaim(question, told.feedback.verdict);
  return (
    <>
      <div class="actions">
        <button ref={next} type="button" class="primary" aria-describedby="verdict" onClick={studying.next}>
          Next
          <span class="by-key" aria-hidden="true">
            {' '}
            ⏎
          </span>
        </button>
        {claimable && !told.claimed && (
          <button type="button" class="quiet-link" onClick={studying.claim}>
            I was right
          </button>
        )}
        {mayUndo && (
          <button type="button" class="quiet-link" onClick={studying.undo}>
            Undo
          </button>
        )}
      </div>
      <p class="quiet" role="status">
        {told.claimed && 'Counted as right. '}
        {againWords(told, schedule, formsOf(deck, told.answered.fact) > 1)}
      </p>
    </>
  );
}

/** The pane beside the question; where it stands below, another place of the document is brought into view. */
function Side({ place, children }: { place: Place | undefined; children: ComponentChildren }) {
  const side = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place !== undefined) side.current?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  return (
    <div ref={side} class="study-side">
      {children}
    </div>
  );
}
