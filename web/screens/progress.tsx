import { useMemo } from 'preact/hooks';
import { fold } from '../../questions/fold.ts';
import { historyOf, progressOf, resetsOf, type HeldReset } from '../../questions/progress.ts';
import { nowMs } from '../clock.ts';
import { factName } from '../factName.ts';
import { useOpenDeck } from '../openDeck.ts';
import type { Opened } from '../opened.ts';
import { KeepingNotice } from '../keeping.tsx';
import { Page } from '../page.tsx';
import { ProblemPage } from '../problem.tsx';
import { deckPath } from '../routes.ts';
import { useStarting, type Starting } from '../starting.ts';
import { retiredIn, rewordedIn } from '../studyDeck.ts';
import { shareWords } from '../words.ts';
import { Afresh, StartedAfresh } from './afresh.tsx';
import { ProgressRow } from './progressRow.tsx';

/** Where the learner stands in a deck, fact by fact, and the way to start afresh. */
export function ProgressScreen({ id }: { id: string }) {
  const opening = useOpenDeck(id);
  if (opening.state === 'loading') return <Page loading />;
  if (opening.state === 'failed') return <ProblemPage {...opening} />;
  return <Progress {...opening} />;
}

function Progress({ open, reviews, keep }: Opened) {
  const { deck } = open;
  const retired = retiredIn(deck);
  const now = nowMs();
  const facts = deck.facts.map(({ id }) => id);
  const progress = useMemo(() => progressOf(facts, fold(reviews, retired, rewordedIn(deck)), now), [reviews]);
  const history = useMemo(() => historyOf(reviews, retired), [reviews]);
  const resets = useMemo(() => resetsOf(reviews, retired), [reviews]);
  const starting = useStarting(deck.id, keep);
  if (history.size + resets.length === 0) return <NothingYet {...deck} />;
  const answers = [...history.values()].reduce((sum, entries) => sum + entries.length, 0);
  return (
    <Page name={`Progress · ${deck.title}`} deck={deck}>
      <main class="main wide">
        <h1>Progress</h1>
        <p class="lead">
          You would recall {shareWords(progress.meanRecall)} of this document now: {progress.known} of{' '}
          {facts.length} facts are known, {progress.new} are new.
        </p>
        <KeepingNotice />
        <div class="scroll">
          <table class="table">
            <caption class="sr-only">Every fact of this deck</caption>
            <thead>
              <tr>
                <th scope="col">Fact</th>
                <th scope="col">Strength</th>
                <th scope="col">Due</th>
              </tr>
            </thead>
            <tbody>
              {progress.facts.map((fact) => (
                <ProgressRow
                  key={fact.fact}
                  name={factName(open, fact.fact)}
                  fact={fact}
                  entries={history.get(fact.fact) ?? []}
                  resets={resets.filter((reset) => reset.fact === fact.fact)}
                  starting={starting}
                  now={now}
                />
              ))}
            </tbody>
          </table>
        </div>
        <WholeDeck resets={resets} answers={answers} starting={starting} />
      </main>
    </Page>
  );
}

function WholeDeck(props: { resets: readonly HeldReset[]; answers: number; starting: Starting }) {
  const { resets, answers, starting } = props;
  const { step } = starting;
  const reset = resets.find(({ fact }) => fact === null);
  const isToldBelow = step.at === 'started' && step.reset === reset?.id;
  return (
    <section class="whole-deck" aria-label="The whole deck">
      {reset !== undefined && !isToldBelow && (
        <p class="quiet">
          <StartedAfresh reset={reset} starting={starting} />
        </p>
      )}
      <Afresh about={null} answers={answers} starting={starting} />
    </section>
  );
}

function NothingYet({ id, title }: { id: string; title: string }) {
  return (
    <Page name={`Progress · ${title}`} deck={{ id, title }}>
      <main class="main">
        <section class="empty">
          <h1>No progress yet</h1>
          <p>
            Once you have answered a question, every fact stands here with its strength and its next date.
          </p>
          <div class="actions">
            <a class="primary" href={deckPath(id, 'study')}>
              Begin
            </a>
          </div>
        </section>
      </main>
    </Page>
  );
}
