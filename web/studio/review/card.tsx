import { useLayoutEffect, useRef } from 'preact/hooks';
import { blanksOf } from '../../../questions/blank.ts';
import type { AuthoredQuestion, DeckFile } from '../../../questions/deck.ts';
import { PassageInParagraph } from '../../passage.tsx';
import { standingWords } from '../../standingWords.ts';
import { noteWords } from '../../verdictWords.ts';
import { KIND_WORDS, REASON_NAMES } from './kindWords.ts';
import type { ReviewItem } from './reviewItem.ts';
import { acceptedLines, answerLines, lineOf } from './wording.ts';

interface CardProps {
  readonly item: ReviewItem;
  readonly file: DeckFile;
  readonly document: string;
  /** Another number gives the heading the focus. */
  readonly steps: number;
}

/** The question that is looked at: what it asks, what is right, and what stands behind it. */
export function Card({ item, file, document, steps }: CardProps) {
  const { question, fact, place, ref } = item;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (steps > 0) heading.current?.focus({ preventScroll: true });
  }, [steps]);
  return (
    <article class="review-card" aria-labelledby="review-prompt" data-ref={ref}>
      <div class="review-excerpt">
        {place !== null && (
          <PassageInParagraph document={document} place={place} words={60} language={file.language} />
        )}
      </div>
      <p class="kicker review-kicker">
        <span class="pill review-state" data-draft={item.isDraft ? '' : undefined}>
          {item.isDraft ? 'draft' : 'accepted'}
        </span>
        <span>{KIND_WORDS[question.kind].name}</span>
        {item.why !== null && <Why why={item.why} />}
      </p>
      <h2 id="review-prompt" ref={heading} tabIndex={-1} lang={file.language}>
        <Prompt question={question} line={lineOf(question, fact)} />
      </h2>
      <Answer item={item} file={file} />
      <Behind item={item} file={file} />
    </article>
  );
}

function Why({ why }: { readonly why: NonNullable<ReviewItem['why']> }) {
  const worth = why.confidence >= 0.7 ? 'likely good' : why.confidence >= 0.5 ? 'perhaps good' : 'doubtful';
  return (
    <span>
      found as {REASON_NAMES[why.reason]} · {worth}
    </span>
  );
}

/** A gap is shown filled in, so that the sentence can be read. */
function Prompt({ question, line }: { readonly question: AuthoredQuestion; readonly line: string }) {
  if (question.kind !== 'cloze') return <>{line}</>;
  const { parts, blanks } = blanksOf(question.text);
  return (
    <>
      {parts.map((part, at) => (
        <span key={at}>
          {part}
          {blanks[at] !== undefined && <Gap {...blanks[at]} />}
        </span>
      ))}
    </>
  );
}

function Gap({ answer, shows }: { readonly answer: string; readonly shows: string }) {
  return (
    <span class="review-gap">
      <span class="sr-only">gap, {shows}: </span>
      {answer}
      <span class="review-gap-kind" aria-hidden="true">
        {' '}
        {shows}
      </span>
    </span>
  );
}

function Answer({ item, file }: { readonly item: ReviewItem; readonly file: DeckFile }) {
  const { question, fact } = item;
  const lines = answerLines(question, fact);
  const accepted = acceptedLines(question);
  const isNumbered = question.kind === 'order';
  return (
    <div class="review-answer" lang={file.language}>
      {question.kind !== 'cloze' && (
        <ul class="review-lines">
          {lines.map((line, at) => (
            <li key={line}>
              <span class="review-tick" aria-hidden="true">
                {isNumbered ? `${at + 1}.` : '✓'}
              </span>
              <span>
                <span class="sr-only" lang="en">
                  Right:{' '}
                </span>
                {line}
              </span>
            </li>
          ))}
        </ul>
      )}
      {'distractors' in question && question.distractors.length > 0 && (
        <ul class="review-lines">
          {question.distractors.map(({ text, because }) => (
            <li key={text}>
              <span class="review-tick" aria-hidden="true">
                ✕
              </span>
              <span>
                <span class="sr-only" lang="en">
                  Wrong:{' '}
                </span>
                {text}
                {because !== undefined && (
                  <span class="quiet review-because">{file.facts[because]?.statement ?? because}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {accepted.length > 0 && (
        <p class="quiet">
          <span lang="en">Also right:</span> {accepted.join('; ')}
        </p>
      )}
    </div>
  );
}

function Behind({ item, file }: { readonly item: ReviewItem; readonly file: DeckFile }) {
  const { fact, question, place } = item;
  const note = fact.note === undefined ? undefined : noteWords(fact.note);
  return (
    <div class="review-behind">
      <p>
        <span class="pill">{standingWords(fact.standing, fact.by)}</span>{' '}
        <span lang={file.language}>{fact.statement}</span>
      </p>
      {place === null && (
        <p class="problem">
          The passage “{fact.passage.exact.slice(0, 120)}” does not stand in the document once. Select it anew
          in the editor.
        </p>
      )}
      {question.explanation !== undefined && <p class="quiet">{question.explanation}</p>}
      {note !== undefined && (
        <p class="quiet">
          <strong>{note.label}</strong> {note.text}
        </p>
      )}
    </div>
  );
}
