import { CameUp, leadWords, MistakesAgain } from '../cameUp.tsx';
import type { OpenDeck } from '../deckClient.ts';
import { KeepingNotice } from '../keeping.tsx';
import { Page } from '../page.tsx';
import { deckPath } from '../routes.ts';
import { backFrom } from '../sessionWanted.ts';
import { missedIn, stepsOf } from '../studySession.ts';
import type { Studying } from '../studying.ts';

/** The end of a session: each fact that was asked, how it went and when it comes back. */
export function Finish({ open, studying }: { open: OpenDeck; studying: Studying }) {
  const { session, schedule } = studying;
  const { deck } = open;
  const missed = missedIn(session);
  const back = backFrom(deck.id, session.wanted);
  return (
    <Page name={`Done · ${deck.title}`} deck={deck} steps={stepsOf(session, true)}>
      <main class="main finish">
        <h1>Done for now</h1>
        <p class="lead">{leadWords(session)}</p>
        <KeepingNotice />
        <div class="actions">
          <MistakesAgain studying={studying} />
          <a class={missed.length > 0 ? 'quiet-link' : 'primary'} href={back.href}>
            {back.words}
          </a>
          <a class="quiet-link" href={deckPath(deck.id, 'progress')}>
            Progress
          </a>
          <a class="quiet-link" href={deckPath(deck.id, 'document')}>
            Document
          </a>
        </div>
        <h2>What came up</h2>
        <CameUp open={open} session={session} schedule={schedule} />
      </main>
    </Page>
  );
}
