import type { Schedule } from '../../questions/schedule.ts';
import { nowMs } from '../clock.ts';
import type { OpenDeck } from '../deckClient.ts';
import { KeepingNotice } from '../keeping.tsx';
import { Page } from '../page.tsx';
import { deckPath } from '../routes.ts';
import { missedIn, outcomeOf, stepsOf, type AskedQuestion, type StudySession } from '../studySession.ts';
import type { Studying } from '../studying.ts';
import { dueWords } from '../words.ts';

/** The end of a session: each fact that was asked, how it went and when it comes back. */
export function Finish({ open, studying }: { open: OpenDeck; studying: Studying }) {
  const { session, schedule } = studying;
  const { deck } = open;
  const missed = missedIn(session);
  return (
    <Page name={`Done · ${deck.title}`} deck={deck} steps={stepsOf(session, true)}>
      <main class="main finish">
        <h1>Done for now</h1>
        <p class="lead">{leadWords(session)}</p>
        <KeepingNotice />
        <div class="actions">
          {missed.length > 0 && (
            <button
              type="button"
              class="primary"
              onClick={() => studying.restart({ limit: missed.length, only: missed })}
            >
              Mistakes again now
            </button>
          )}
          <a class={missed.length > 0 ? 'quiet-link' : 'primary'} href={deckPath(deck.id)}>
            Back to the deck
          </a>
          <a class="quiet-link" href={deckPath(deck.id, 'progress')}>
            Progress
          </a>
          <a class="quiet-link" href={deckPath(deck.id, 'document')}>
            Document
          </a>
        </div>
        <h2>What came up</h2>
        <ul class="missed">
          {outcomeOf(session).map((asked) => (
            <Fact key={asked.fact} open={open} asked={asked} schedule={schedule} />
          ))}
        </ul>
      </main>
    </Page>
  );
}

function Fact({ open, asked, schedule }: { open: OpenDeck; asked: AskedQuestion; schedule: Schedule }) {
  const memory = schedule.facts.get(asked.fact);
  return (
    <li>
      {asked.statement}
      <p class="quiet">
        {verdictWord(asked)}
        {memory !== undefined && ` · again ${dueWords(memory.dueAtMs, nowMs())}`} ·{' '}
        <a href={`${deckPath(open.deck.id, 'document')}?at=${asked.fact}`}>where it says so</a>
      </p>
    </li>
  );
}

/** How the last answer to a fact went; a claim speaks for the learner. */
function verdictWord({ outcome, rating }: AskedQuestion): string {
  if (outcome === 'right') return 'Right';
  if (outcome === 'close') return 'Nearly right';
  if (outcome === 'partial') return 'Partly right';
  return rating === 1 ? 'Not yet' : 'You were right';
}

function leadWords(session: StudySession): string {
  const facts = outcomeOf(session);
  const known = facts.filter(({ rating }) => rating > 1).length;
  const count = facts.length === 1 ? 'One fact' : `${facts.length} facts`;
  return known === facts.length
    ? `${count}, all of them known at the end.`
    : `${count}, ${known} of them known at the end.`;
}
