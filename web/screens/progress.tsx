import { useMemo } from 'preact/hooks';
import { fold } from '../../questions/fold.ts';
import { historyOf, progressOf, type FactProgress, type HistoryEntry } from '../../questions/progress.ts';
import { momentText, nowMs } from '../clock.ts';
import { factName } from '../factName.ts';
import { useOpenDeck, type Opened } from '../openDeck.ts';
import { KeepingNotice, Page } from '../page.tsx';
import { ProblemPage } from '../problem.tsx';
import { deckPath } from '../routes.ts';
import { retiredIn } from '../studyDeck.ts';
import { dueWords, OUTCOME_WORDS, shareWords } from '../words.ts';

/** Where the learner stands in a deck, fact by fact. */
export function ProgressScreen({ id }: { id: string }) {
  const opening = useOpenDeck(id);
  if (opening.state === 'loading') return <Page loading />;
  if (opening.state === 'failed') return <ProblemPage {...opening} />;
  return <Progress {...opening} />;
}

function Progress({ open, reviews }: Opened) {
  const { deck } = open;
  const retired = retiredIn(deck);
  const now = nowMs();
  const facts = deck.facts.map(({ id }) => id);
  const progress = useMemo(() => progressOf(facts, fold(reviews, retired), now), [reviews]);
  const history = useMemo(() => historyOf(reviews, retired), [reviews]);
  if (history.size === 0) return <NothingYet {...deck} />;
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
                <Row
                  key={fact.fact}
                  name={factName(open, fact.fact)}
                  fact={fact}
                  entries={history.get(fact.fact) ?? []}
                  now={now}
                />
              ))}
            </tbody>
          </table>
        </div>
      </main>
    </Page>
  );
}

interface RowProps {
  readonly name: string;
  readonly fact: FactProgress;
  readonly entries: readonly HistoryEntry[];
  readonly now: number;
}

function Row({ name, fact, entries, now }: RowProps) {
  return (
    <tr>
      <th scope="row">
        {name}
        {entries.length > 0 && <History entries={entries} />}
      </th>
      <td>
        <Strength fact={fact} name={name} />
      </td>
      <td>{fact.dueAtMs === null ? '' : dueWords(fact.dueAtMs, now)}</td>
    </tr>
  );
}

/** The model's number means little for a fact that was just missed: it says so in words. */
function Strength({ fact: { stage, strength }, name }: { fact: FactProgress; name: string }) {
  if (stage === 'new') return <>new</>;
  if (stage === 'learning') return <>still learning</>;
  return (
    <>
      {shareWords(strength)}
      <meter class="strength" min={0} max={1} value={strength} aria-label={`Strength of: ${name}`}>
        {shareWords(strength)}
      </meter>
    </>
  );
}

function History({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <details class="history">
      <summary class="quiet">{entries.length === 1 ? 'One answer' : `${entries.length} answers`}</summary>
      <ol>
        {entries.map(({ id, atMs, answer, outcome }) => (
          <li key={id} class="quiet">
            {momentText(atMs)}: {answerText(answer)} – {OUTCOME_WORDS[outcome]}
          </li>
        ))}
      </ol>
    </details>
  );
}

function answerText(answer: HistoryEntry['answer']): string {
  if (answer === null) return 'not known';
  if (typeof answer === 'string') return `“${answer}”`;
  return answer.map((item) => (typeof item === 'string' ? item : item.join(' – '))).join(', ');
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
