import { useEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { isPublishedId } from '../questions/publishedId.ts';
import { RevisionSchema, type ReportId, type Revision } from '../questions/publish.ts';
import type { StudyDeck } from './deckSchema.ts';
import type { Told } from './phase.ts';
import { newReportId, report, sendReports, type Reported } from './reports.ts';

const WORDS: Readonly<Record<Reported | 'sending', string>> = {
  sending: 'Reporting …',
  sent: 'Reported: the deck’s author sees it with the passage and your answer.',
  waiting: 'Reported: it is kept here and sent when there is a connection.',
  refused: 'The server does not take this report: the deck may have gone.',
};

/** One tap says to a published deck's author that something is wrong with the question; nothing for a deck of the server. */
export function ReportButton({ deck, told }: { deck: StudyDeck; told: Told }) {
  const revision = v.safeParse(RevisionSchema, deck.revision);
  // In a frame the reader's key is the host page's, and the browser may keep nothing: the app alone reports.
  if (!isPublishedId(deck.id) || !revision.success || window.parent !== window) return null;
  return <OneTap deck={deck} revision={revision.output} told={told} />;
}

function OneTap({ deck, revision, told }: { deck: StudyDeck; revision: Revision; told: Told }) {
  const [state, setState] = useState<Reported | 'sending' | null>(null);
  const id = useRef<ReportId | null>(null);
  useEffect(() => {
    const sendAgain = () =>
      void sendReports().then((isDone) => {
        if (isDone) setState((now) => (now === 'waiting' ? 'sent' : now));
      });
    sendAgain();
    window.addEventListener('online', sendAgain);
    return () => window.removeEventListener('online', sendAgain);
  }, []);
  const tell = async () => {
    if (state === 'sending' || state === 'sent') return;
    setState('sending');
    id.current ??= newReportId();
    const { fact, question, answer, outcome } = told.answered;
    const said = { fact, question, answer, outcome, revision };
    setState(await report({ deck: deck.id, id: id.current, report: said }));
  };
  return (
    <>
      {state === null && (
        <button type="button" class="quiet-link" onClick={() => void tell()}>
          Report this question
        </button>
      )}
      <span class="quiet" role="status">
        {state !== null && WORDS[state]}
      </span>
    </>
  );
}
