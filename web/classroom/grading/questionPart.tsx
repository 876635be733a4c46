import { useRef, useState } from 'preact/hooks';
import type { ItemAnalysis } from '../../../questions/classroom/itemAnalysis.ts';
import type { Column } from '../../../questions/classroom/gradebook.ts';
import { shareWords } from '../../words.ts';
import { AnswersGiven } from './answersGiven.tsx';
import { counted, discriminationText, secondsWords } from './gradingWords.ts';
import { Proof } from './proof.tsx';
import { Repair } from './repair.tsx';
import { keyText, type DeckReading } from './testDeck.ts';
import type { GradingProps } from './testViews.tsx';
import { questionAnchor } from './views.tsx';

interface QuestionPartProps extends GradingProps {
  readonly deck: DeckReading;
  readonly column: Column;
  readonly item: ItemAnalysis;
  /** Its column, from 0. */
  readonly at: number;
}

const REPAIRS = {
  key: 'Repaired: its key was changed.',
  credit: 'Repaired: everyone has its points.',
  drop: 'Repaired: it counts for nobody.',
} as const;

/** One question: how it worked, what was answered, its key, its passage, and the way to repair it. */
export function QuestionPart(props: QuestionPartProps) {
  const { deck, column, item, at } = props;
  const id = questionAnchor(at);
  const known = deck.state === 'read' ? deck.deck.questions.get(column.question) : undefined;
  return (
    <article class="question-part" id={id} aria-labelledby={`${id}-heading`} tabIndex={-1}>
      <div class="question-main">
        <h3 id={`${id}-heading`}>
          {at + 1}. {column.prompt}
        </h3>
        <p class="key-line">
          <span class="quiet">The deck’s key</span> {keyText(deck, known)}
        </p>
        {column.repair !== null && <p class="notice">{REPAIRS[column.repair]}</p>}
        <p>{itemWords(item)}</p>
        <AnswersGiven item={item} solution={known?.solution ?? []} />
        <Repairing {...props} known={known} />
      </div>
      <Proof deck={deck} known={known} class="question-side" words={50} />
    </article>
  );
}

/** A button that opens the repair; afterwards it says that it was made, and has the focus again. */
function Repairing(props: Omit<Parameters<typeof Repair>[0], 'onRepaired' | 'onClose'>) {
  const [step, setStep] = useState<'rest' | 'open' | 'repaired'>('rest');
  const opener = useRef<HTMLButtonElement>(null);
  const close = (next: 'rest' | 'repaired') => {
    setStep(next);
    opener.current?.focus();
  };
  return (
    <div class="repairing">
      <div class="actions">
        <button
          ref={opener}
          type="button"
          class="plain"
          aria-expanded={step === 'open'}
          onClick={() => setStep(step === 'open' ? 'rest' : 'open')}
        >
          {props.column.repair === null ? 'Repair …' : 'Repair again …'}
        </button>
        <span role="status" class="quiet">
          {step === 'repaired' && 'Kept. All marks follow it.'}
        </span>
      </div>
      {step === 'open' && (
        <Repair {...props} onRepaired={() => close('repaired')} onClose={() => close('rest')} />
      )}
    </div>
  );
}

/** The figures of a question, in sentences. */
function itemWords(item: ItemAnalysis): string {
  const { n, shareRight, discrimination, medianSeconds, notAnswered, dontKnow } = item;
  if (n === 0) return 'Nobody who was asked it has finished yet.';
  const right = shareRight === null ? '' : ` ${shareWords(shareRight)} of its points were got.`;
  const open = notAnswered > 0 ? ` ${notAnswered} did not answer.` : '';
  const unknown = dontKnow > 0 ? ` ${dontKnow} said “I do not know”.` : '';
  const time = medianSeconds === null ? '' : ` Half took no longer than ${secondsWords(medianSeconds)}.`;
  return `Asked of ${counted(n, 'student')}.${right}${open}${unknown}${time} ${apartWords(discrimination)}`.trim();
}

/** What a discrimination says (Ebel & Frisbie 1991: from 0.3 good, below 0.2 weak). */
function apartWords(discrimination: number | null): string {
  if (discrimination === null) return '';
  const figure = `(${discriminationText(discrimination)})`;
  if (discrimination < 0) return `Weaker students did better here ${figure}: look at its key.`;
  if (discrimination < 0.2) return `It hardly tells students apart ${figure}.`;
  return discrimination < 0.3
    ? `It tells students apart somewhat ${figure}.`
    : `It tells students apart well ${figure}.`;
}
