import { useEffect, useState } from 'preact/hooks';
import type { Feedback } from '../../../questions/feedback.ts';
import type { Answer } from '../../../questions/kind.ts';
import type { View } from '../../../questions/kinds.ts';
import type { Place } from '../../../questions/passage.ts';
import { fetchBody } from '../../loaded.ts';
import { marksOf } from '../../marked.ts';
import { deckPath } from '../../routes.ts';
import { ToldSide, VerdictWords } from '../../told.tsx';

/** The answer with the marks of its kind. */
export function ToldMarks(props: {
  readonly view: View;
  readonly seed: string;
  readonly answer: Answer;
  readonly feedback: Feedback;
  readonly onShowPlace: (place: Place) => void;
}) {
  const { view, seed, answer, feedback, onShowPlace } = props;
  const { told, verdict } = feedback;
  if (told === undefined) return null;
  const Marks = marksOf(view);
  return (
    <Marks view={view} seed={seed} given={answer} verdict={verdict} told={told} onShowPlace={onShowPlace} />
  );
}

/** The verdict in words, and where the document says so. */
export function ToldAnswer(props: {
  readonly feedback: Feedback;
  readonly deck: string;
  readonly language: string;
  readonly elsewhere: Place | undefined;
  readonly onBack: () => void;
}) {
  const { feedback, deck, language, elsewhere, onBack } = props;
  const document = useDocument(deck);
  return (
    <>
      <div class="verdict" role="status" data-outcome={feedback.verdict.outcome}>
        <TestVerdict feedback={feedback} />
      </div>
      {document !== null && (
        <ToldSide
          feedback={feedback}
          document={document}
          href={deckPath(deck, 'document')}
          language={language}
          elsewhere={elsewhere}
          onBack={onBack}
        />
      )}
    </>
  );
}

/** A question of a test does not come back as one in studying does. */
function TestVerdict({ feedback }: { feedback: Feedback }) {
  const { verdict, told } = feedback;
  if (verdict.reason !== 'not-given' || told === undefined) return <VerdictWords {...feedback} />;
  return (
    <>
      <p>
        <strong class="verdict-word">Not answered.</strong> The answer is{' '}
        <span class="verdict-answer">{told.solution.join('; ')}</span>.
      </p>
      {told.explanation !== undefined && <p class="explanation">{told.explanation}</p>}
    </>
  );
}

/** A deck's document by itself: the deck's file would bring its key. Null until it is there. */
function useDocument(deck: string): string | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void documentOf(deck).then((found) => isHere && setText(found));
    return () => {
      isHere = false;
    };
  }, [deck]);
  return text;
}

const documents = new Map<string, Promise<string | null>>();

/** Read once a page load, again after a failure. */
async function documentOf(deck: string): Promise<string | null> {
  const reading = documents.get(deck) ?? readDocument(deck);
  documents.set(deck, reading);
  const text = await reading;
  if (text === null) documents.delete(deck);
  return text;
}

/** The query keeps the service worker out, which fetches a document with its deck (deckFiles.ts). */
async function readDocument(deck: string): Promise<string | null> {
  const body = await fetchBody(`/decks/${deck}.txt?alone`, 'text');
  return body.ok && typeof body.value === 'string' ? body.value : null;
}
