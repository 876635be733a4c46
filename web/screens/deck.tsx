import { useMemo, useState } from 'preact/hooks';
import { fold } from '../../questions/fold.ts';
import { progressOf, type DeckProgress } from '../../questions/progress.ts';
import type { Schedule } from '../../questions/schedule.ts';
import { nowMs } from '../clock.ts';
import type { StudyDeck } from '../deckSchema.ts';
import { useOpenDeck } from '../openDeck.ts';
import type { Opened } from '../opened.ts';
import { KeepingNotice } from '../keeping.tsx';
import { Page } from '../page.tsx';
import { ProblemPage } from '../problem.tsx';
import { deckPath } from '../routes.ts';
import { choiceOf, LENGTHS, previewOf, studyPath, type SessionChoice } from '../sessionChoice.ts';
import { retiredIn, rewordedIn } from '../studyDeck.ts';
import { TagField } from '../tagField.tsx';
import { dayWords } from '../dayWords.ts';
import { dueWords } from '../words.ts';

/** One deck: what is due, and the way into a session. */
export function DeckScreen({ id }: { id: string }) {
  const opening = useOpenDeck(id);
  if (opening.state === 'loading') return <Page loading />;
  if (opening.state === 'failed') return <ProblemPage {...opening} />;
  return <OpenDeckScreen {...opening} />;
}

function OpenDeckScreen({ open: { deck }, reviews }: Opened) {
  const schedule = useMemo(() => fold(reviews, retiredIn(deck), rewordedIn(deck)), [reviews, deck]);
  const facts = deck.facts.map((fact) => fact.id);
  const progress = progressOf(facts, schedule, nowMs());
  const [choice, setChoice] = useState<SessionChoice>(() => choiceOf(new URLSearchParams()));
  return (
    <Page name={deck.title}>
      <main class="main">
        {deck.asOf !== undefined && <p class="kicker">Document of {dayWords(deck.asOf)}</p>}
        <h1>{deck.title}</h1>
        <KeepingNotice />
        <Gone deck={deck} schedule={schedule} />
        <Counts progress={progress} />
        <Choice deck={deck} choice={choice} onChoice={setChoice} />
        <Begin deck={deck} schedule={schedule} progress={progress} choice={choice} />
      </main>
    </Page>
  );
}

/** What the learner knew and the document says no more. */
function Gone({ deck, schedule }: { deck: StudyDeck; schedule: Schedule }) {
  const known = deck.retired.filter(
    ({ id, goneAtMs }) => goneAtMs !== undefined && schedule.facts.has(id),
  ).length;
  if (known === 0) return null;
  return (
    <p class="notice" role="note">
      The document has changed: {known === 1 ? 'one fact' : `${known} facts`} that you have studied{' '}
      {known === 1 ? 'is' : 'are'} no longer in it, and will not be asked. What you knew of{' '}
      {known === 1 ? 'it' : 'them'} is kept in your export.
    </p>
  );
}

function Counts({ progress }: { progress: DeckProgress }) {
  const counts: readonly (readonly [label: string, count: number])[] = [
    ['due', progress.due],
    ['new', progress.new],
    ['known', progress.known],
    ['facts', progress.facts.length],
  ];
  return (
    <dl class="stats">
      {counts.map(([label, count]) => (
        <div key={label} class="stat">
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ChoiceProps {
  readonly deck: StudyDeck;
  readonly choice: SessionChoice;
  readonly onChoice: (choice: SessionChoice) => void;
}

function Choice({ deck, choice, onChoice }: ChoiceProps) {
  return (
    <div class="choice">
      <div class="field">
        <label for="count">Questions</label>
        <select
          id="count"
          value={choice.count}
          onChange={(event) => onChoice({ ...choice, count: Number(event.currentTarget.value) })}
        >
          {LENGTHS.map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </div>
      <TagField id="tag" deck={deck} tag={choice.tag} onTag={(tag) => onChoice({ ...choice, tag })} />
    </div>
  );
}

interface BeginProps {
  readonly deck: StudyDeck;
  readonly schedule: Schedule;
  readonly progress: DeckProgress;
  readonly choice: SessionChoice;
}

function Begin({ deck, schedule, progress, choice }: BeginProps) {
  const { due, fresh } = previewOf(deck, schedule, choice);
  const beyond = { ...choice, more: true };
  const further = due + fresh > 0 ? 0 : previewOf(deck, schedule, beyond).fresh;
  return (
    <>
      {due + fresh === 0 && <p class="lead">{restWords(progress, further)}</p>}
      <div class="actions">
        {due + fresh > 0 && (
          <a class="primary" href={studyPath(deck.id, choice)}>
            {due > 0 ? `Study ${due} due` : `Learn ${fresh} new`}
          </a>
        )}
        {further > 0 && (
          <a class="plain" href={studyPath(deck.id, beyond)}>
            Learn {further} more
          </a>
        )}
        <a class="quiet-link" href={deckPath(deck.id, 'document')}>
          Document
        </a>
        <a class="quiet-link" href={deckPath(deck.id, 'progress')}>
          Progress
        </a>
        <a class="quiet-link" href={deckPath(deck.id, 'embed')}>
          Put it on a page
        </a>
      </div>
      {due > 0 && fresh > 0 && <p class="quiet">Then {fresh} new.</p>}
    </>
  );
}

/** Why there is nothing to study now, and when there will be. */
function restWords({ facts, new: fresh }: DeckProgress, further: number): string {
  const dues = facts.flatMap(({ dueAtMs }) => (dueAtMs === null ? [] : [dueAtMs]));
  const next = dues.length === 0 ? '' : ` The next fact is due ${dueWords(Math.min(...dues), nowMs())}.`;
  if (further > 0) return `You have met ten new facts today. Sleep on them.${next}`;
  return fresh > 0 && dues.length === 0 ? 'There is nothing here to ask.' : `Nothing is due.${next}`;
}
