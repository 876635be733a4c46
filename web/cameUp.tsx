import type { Schedule } from '../questions/schedule.ts';
import { nowMs } from './clock.ts';
import type { OpenDeck } from './deckClient.ts';
import { deckPath } from './routes.ts';
import { missedIn, outcomeOf, type AskedQuestion, type StudySession } from './studySession.ts';
import type { Studying } from './studying.ts';
import { dueWords } from './words.ts';

/** Each fact of a session, how it went and when it comes back. */
export function CameUp(props: { open: OpenDeck; session: StudySession; schedule: Schedule }) {
  const { open, session, schedule } = props;
  return (
    <ul class="missed">
      {outcomeOf(session).map((asked) => (
        <Fact key={asked.fact} open={open} asked={asked} schedule={schedule} />
      ))}
    </ul>
  );
}

/** A session of what was missed in this one; nothing where nothing was. */
export function MistakesAgain({ studying }: { studying: Studying }) {
  const missed = missedIn(studying.session);
  if (missed.length === 0) return null;
  return (
    <button
      type="button"
      class="primary"
      onClick={() => studying.restart({ limit: missed.length, only: missed })}
    >
      Mistakes again now
    </button>
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

/** How many facts came up, and how many of them were known at the end. */
export function leadWords(session: StudySession): string {
  const facts = outcomeOf(session);
  const known = facts.filter(({ rating }) => rating > 1).length;
  const count = facts.length === 1 ? 'One fact' : `${facts.length} facts`;
  return known === facts.length
    ? `${count}, all of them known at the end.`
    : `${count}, ${known} of them known at the end.`;
}
