import { useEffect, useRef } from 'preact/hooks';
import { paragraphNumber, paragraphsOf } from '../questions/document.ts';
import type { Feedback } from '../questions/feedback.ts';
import type { Place } from '../questions/passage.ts';
import { PassageInParagraph } from './passage.tsx';
import { standingWords } from './standingWords.ts';
import { noteWords, outcomeWords, reasonWords } from './verdictWords.ts';

interface ToldPaneProps {
  readonly feedback: Feedback;
  /** The whole document. */
  readonly document: string;
  /** The document's own screen at this place. */
  readonly href: string;
  /** Called instead of following `href` on a plain click. */
  readonly onWhole?: () => void;
  /** Another place to show instead of the answer's: why an option is wrong. */
  readonly elsewhere?: Place | undefined;
  /** Goes back from `elsewhere`. */
  readonly onBack?: () => void;
  /** The document's language tag. */
  readonly language?: string | undefined;
}

/**
 * Beside the question: where it says so. Where that stands below, another place of the document is brought into view.
 */
export function ToldSide(props: ToldPaneProps) {
  const { elsewhere } = props;
  const side = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (elsewhere !== undefined) side.current?.scrollIntoView({ block: 'nearest' });
  }, [elsewhere]);
  return (
    <div ref={side} class="study-side">
      <ToldPane {...props} />
    </div>
  );
}

/** Where it says so: the passage in its paragraph, who vouches for it, and what a reader must know beside it. */
function ToldPane(props: ToldPaneProps) {
  const { feedback, document, href, elsewhere, onBack, onWhole } = props;
  const told = feedback.told;
  if (told === undefined) return null;
  const place = elsewhere ?? told.place;
  const isOwn = elsewhere === undefined;
  const number = paragraphNumber(paragraphsOf(document), place);
  return (
    <section class="told" aria-label="Where it says so">
      <header class="told-head">
        <div class="told-what">
          <h2>{isOwn ? 'Where it says so' : 'Where that stands'}</h2>
          {isOwn && <span class="pill">{standingWords(told.standing, told.by)}</span>}
        </div>
        <WholeLink href={href} number={number} onWhole={onWhole} />
      </header>
      <PassageInParagraph key={place.start} document={document} place={place} language={props.language} />
      {!isOwn && onBack !== undefined && (
        <button type="button" class="quiet-link" onClick={onBack}>
          Back to this question’s passage
        </button>
      )}
      {isOwn && told.note !== undefined && <NoteBox {...noteWords(told.note)} />}
    </section>
  );
}

function WholeLink({
  href,
  number,
  onWhole,
}: {
  href: string;
  number: number;
  onWhole: (() => void) | undefined;
}) {
  const follow = (event: MouseEvent) => {
    if (onWhole === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
      return;
    event.preventDefault();
    onWhole();
  };
  return (
    <a class="told-place" href={href} onClick={follow}>
      §{number} <span aria-hidden="true">↗</span>
      <span class="sr-only"> in the whole document</span>
    </a>
  );
}

function NoteBox({ label, text }: { label: string; text: string }) {
  return (
    <p class="note">
      <strong>{label}</strong> {text}
    </p>
  );
}

/** The verdict in words, and why; the right answer where it was not given. */
export function VerdictWords({ verdict, told }: Feedback) {
  if (told === undefined) return null;
  const { solution, explanation } = told;
  return (
    <>
      <p>
        <strong class="verdict-word">{outcomeWords(verdict)}</strong> {reasonWords(verdict, solution.length)}{' '}
        <RightAnswer verdict={verdict} solution={solution} />
      </p>
      {explanation !== undefined && <p class="explanation">{explanation}</p>}
    </>
  );
}

/** An answer longer than this, in characters, is not said again: it stands marked in the question. */
const SAID_AGAIN = 80;

/** Several lines and long ones stand marked in the question itself; here they are for those who only hear them. */
function RightAnswer({ verdict, solution }: { verdict: Feedback['verdict']; solution: readonly string[] }) {
  if (verdict.outcome === 'right' && verdict.reason !== 'within-tolerance') return null;
  const isClose = verdict.outcome === 'close';
  const answer = (isClose ? spelling(verdict) : undefined) ?? solution.join('; ');
  const lead = isClose ? 'It is spelt' : verdict.outcome === 'right' ? 'The figure is' : 'The answer is';
  const isShown = isClose || (solution.length === 1 && answer.length <= SAID_AGAIN);
  return (
    <span {...(isShown ? {} : { class: 'sr-only' })}>
      {lead} <span class="verdict-answer">{ended(answer)}</span>
    </span>
  );
}

/** The right spelling of what was close to it. */
function spelling({ expected, items = [] }: Feedback['verdict']): string | undefined {
  const close = items.flatMap((item) =>
    item.outcome === 'close' && item.expected !== undefined ? [item.expected] : [],
  );
  return expected ?? (close.length > 0 ? close.join(', ') : undefined);
}

function ended(sentence: string): string {
  return /[.!?…]["'”’)]*$/.test(sentence) ? sentence : `${sentence}.`;
}
