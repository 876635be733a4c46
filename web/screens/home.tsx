import { useEffect, useState } from 'preact/hooks';
import { clockCorrection } from '../clock.ts';
import { loadStandings, type DeckStanding } from '../deckList.ts';
import type { Loaded } from '../loaded.ts';
import { followLog } from '../logChanges.ts';
import { KeepingNotice } from '../keeping.tsx';
import { Page } from '../page.tsx';
import { ProblemPage } from '../problem.tsx';
import { pull } from '../pull.ts';
import { deckPath } from '../routes.ts';
import { dayWords } from '../dayWords.ts';
import { shareWords } from '../words.ts';

/** All decks, and what is due in them. */
export function HomeScreen() {
  const [standings, setStandings] = useState<Loaded<readonly DeckStanding[]>>();
  const load = () => {
    setStandings(undefined);
    void loadStandings().then(setStandings);
  };
  useEffect(() => {
    load();
    void pull();
    const loadAgain = () => void loadStandings().then(setStandings);
    const stops = [followLog(loadAgain), clockCorrection.follow(loadAgain)];
    return () => stops.forEach((stop) => stop());
  }, []);
  if (standings === undefined) return <Page loading />;
  if (!standings.ok) return <ProblemPage problem={standings.problem} retry={load} />;
  const decks = standings.value;
  return (
    <Page name="Steppe">
      <main class="main">
        <h1>{decks.some(({ studied }) => studied) ? 'Your decks' : 'Learn a document, and keep it'}</h1>
        <Lead decks={decks} />
        <KeepingNotice />
        <ul class="deck-list">
          {decks.map((deck) => (
            <Card key={deck.summary.id} {...deck} />
          ))}
        </ul>
      </main>
    </Page>
  );
}

function Lead({ decks }: { decks: readonly DeckStanding[] }) {
  if (decks.length === 0) return <p class="lead">There is no deck here yet.</p>;
  if (!decks.some(({ studied }) => studied)) {
    return (
      <p class="lead">
        Each deck asks for the facts of one document and shows where it says so. What you learn comes back
        shortly before you would forget it. There is nothing to sign up for.
      </p>
    );
  }
  const due = decks.reduce((sum, deck) => sum + deck.due, 0);
  if (due === 0) return <p class="lead">Nothing is due now.</p>;
  return <p class="lead">{due === 1 ? 'One fact is due.' : `${due} facts are due.`}</p>;
}

function Card({ summary, due, new: fresh, meanRecall, studied }: DeckStanding) {
  const counts = [
    due > 0 ? `${due} due` : null,
    fresh > 0 ? `${fresh} new` : null,
    `${summary.facts} facts, ${summary.questions} questions`,
    summary.asOf === undefined ? null : dayWords(summary.asOf),
  ];
  return (
    <li class="deck-card">
      <h2>
        <a class="deck-title" href={deckPath(summary.id)}>
          {summary.title}
        </a>
      </h2>
      <p class="quiet">{counts.filter((count) => count !== null).join(' · ')}</p>
      {studied && (
        <progress class="bar" value={meanRecall} max={1} aria-label="Recall">
          {shareWords(meanRecall)}
        </progress>
      )}
    </li>
  );
}
