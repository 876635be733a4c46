import { useEffect, useRef } from 'preact/hooks';
import type { Outcome } from '../../questions/review.ts';
import { CameUp, leadWords, MistakesAgain } from '../cameUp.tsx';
import { nowMs } from '../clock.ts';
import type { OpenDeck } from '../deckClient.ts';
import { factName } from '../factName.ts';
import type { Opened } from '../opened.ts';
import { deckPath } from '../routes.ts';
import type { Studying } from '../studying.ts';
import { dueWords } from '../words.ts';
import { hasActed } from './acted.ts';
import { anywayOf, factsIn } from './frameScope.ts';
import type { FrameWish } from './frameWish.ts';
import { onceResults } from './onceResults.ts';

interface EndingProps {
  readonly opened: Opened;
  readonly studying: Studying;
  readonly wish: FrameWish;
}

/** In the place of a question when there is none: the end of a session, or the word that nothing is due. */
export function Ending(props: EndingProps) {
  const own = useRef<HTMLElement>(null);
  useEffect(() => {
    if (hasActed()) own.current?.querySelector('h1')?.focus();
  }, []);
  const { session } = props.studying;
  return (
    <main ref={own} class="frame-pane finish">
      {session.once === true ? (
        <Result {...props} />
      ) : session.plan.length === 0 ? (
        <NothingDue {...props} />
      ) : (
        <Done {...props} />
      )}
    </main>
  );
}

function Done({ opened, studying }: EndingProps) {
  const { session, schedule } = studying;
  return (
    <>
      <h1 tabIndex={-1}>Done for now</h1>
      <p class="lead">{leadWords(session)}</p>
      <div class="actions">
        <MistakesAgain studying={studying} />
        <DeckLink open={opened.open} />
      </div>
      <h2>What came up</h2>
      <CameUp open={opened.open} session={session} schedule={schedule} />
    </>
  );
}

function NothingDue({ opened, studying, wish }: EndingProps) {
  const { deck } = opened.open;
  const facts = factsIn(deck, wish);
  const dues = facts.flatMap((fact) => studying.schedule.facts.get(fact)?.dueAtMs ?? []);
  return (
    <section class="empty">
      <h1 tabIndex={-1}>{facts.length === 0 ? 'There are no questions here' : 'Nothing to practise now'}</h1>
      {dues.length > 0 && <p>The next fact is due {dueWords(Math.min(...dues), nowMs())}.</p>}
      <div class="actions">
        {facts.length > 0 && (
          <button type="button" class="primary" onClick={() => studying.restart(anywayOf(deck, wish))}>
            Practise anyway
          </button>
        )}
        <DeckLink open={opened.open} />
      </div>
    </section>
  );
}

const SIGNS: Readonly<Record<Outcome, readonly [sign: string, word: string]>> = {
  right: ['✓', 'Right'],
  close: ['≈', 'Nearly right'],
  partial: ['◐', 'Partly right'],
  wrong: ['✕', 'Not right'],
};

/** The result of what is asked once. It stands in the log, so that it is the same at every visit. */
function Result({ opened, studying, wish }: EndingProps) {
  const { open, reviews } = opened;
  const results = onceResults(open.deck, wish, reviews);
  const right = results.filter(({ outcome }) => outcome === 'right').length;
  if (results.length === 0) return <NothingDue opened={opened} studying={studying} wish={wish} />;
  return (
    <>
      <h1 tabIndex={-1}>
        {right} of {results.length} right
      </h1>
      <p class="lead">Each question was asked once. To keep what you know, practise.</p>
      <div class="actions">
        <button
          type="button"
          class="primary"
          onClick={() => studying.restart({ limit: results.length, only: results.map(({ fact }) => fact) })}
        >
          Practise these
        </button>
        <DeckLink open={open} />
      </div>
      <ul class="missed">
        {results.map(({ fact, outcome }) => (
          <li key={fact}>
            {factName(open, fact)}
            {outcome !== null && (
              <p class="quiet">
                <span aria-hidden="true">{SIGNS[outcome][0]}</span> {SIGNS[outcome][1]} ·{' '}
                <a href={`${deckPath(open.deck.id, 'document')}?at=${fact}`}>where it says so</a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function DeckLink({ open }: { open: OpenDeck }) {
  return (
    <a class="quiet-link" href={deckPath(open.deck.id)} rel="noopener">
      The whole deck <span aria-hidden="true">↗</span>
    </a>
  );
}
