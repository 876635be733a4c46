import { useState } from 'preact/hooks';
import type { Assigned, ClassState } from '../../../questions/classroom/state.ts';
import type { DeckSummary } from '../../deckSchema.ts';
import { Page } from '../../page.tsx';
import { navigate } from '../../router.ts';
import { classPath } from '../../routes.ts';
import { useTestDeck } from '../grading/testDeck.ts';
import { AboutFields, AboutFixed } from './aboutFields.tsx';
import { Allowances } from './allowances.tsx';
import { DateFields } from './dateFields.tsx';
import { useEditing, type Editing } from './editing.ts';
import { PointsFields } from './pointsFields.tsx';
import { Preview } from './preview.tsx';
import { RuleFields } from './ruleFields.tsx';
import { ScopeFields, ScopeFixed } from './scopeFields.tsx';
import { warningsOf } from './warnings.ts';
import { Withdrawing } from './withdrawing.tsx';

export interface EditorProps {
  readonly classId: string;
  readonly state: ClassState;
  readonly decks: readonly DeckSummary[];
  /** As it was saved; undefined is a new one. */
  readonly assigned: Assigned | undefined;
}

/** The editor of an assignment, from its kind to its publishing. */
export function Editor(props: EditorProps) {
  const { classId, state, decks, assigned } = props;
  const editing = useEditing(classId, assigned);
  const isPublished = assigned?.state === 'published';
  const name = titleOf(assigned);
  return (
    <Page name={`${name} · ${state.name}`}>
      <main class="main classes">
        <p class="kicker">
          <a href={classPath(classId)}>{state.name}</a>
        </p>
        <h1>{name}</h1>
        <p class="lead">
          {isPublished
            ? 'Students see it. Title, dates, rules and points can still be changed; what is asked stays.'
            : 'Nobody sees it before you publish it. What you type is kept in this tab until you save it.'}
        </p>
        {editing.isRestored && <Restored editing={editing} />}
        {/* Enter in a field publishes nothing. */}
        <form noValidate onSubmit={(event) => event.preventDefault()}>
          {isPublished ? (
            <AboutFixed {...editing} decks={decks} />
          ) : (
            <AboutFields {...editing} decks={decks} />
          )}
          {decks.some(({ id }) => id === editing.form.deck) && (
            <OfDeck key={editing.form.deck} {...props} editing={editing} isPublished={isPublished} />
          )}
          <Saving editing={editing} classId={classId} isPublished={isPublished} />
        </form>
        {isPublished && assigned.settings.kind === 'test' && (
          <Allowances classId={classId} state={state} assigned={assigned} />
        )}
        {assigned !== undefined && <Withdrawing classId={classId} assigned={assigned} />}
      </main>
    </Page>
  );
}

function titleOf(assigned: Assigned | undefined): string {
  if (assigned === undefined) return 'New assignment';
  return assigned.state === 'draft' ? 'Edit the draft' : 'Edit the assignment';
}

async function publish(editing: Editing, classId: string): Promise<void> {
  if (await editing.save('published')) navigate(classPath(classId));
}

function Restored({ editing }: { editing: Editing }) {
  return (
    <div class="notice">
      <p>This is what you typed before, and had not saved.</p>
      <div class="actions">
        <button type="button" class="quiet-link" onClick={editing.discard}>
          Discard it
        </button>
      </div>
    </div>
  );
}

/** What depends on the deck's questions. */
function OfDeck(props: EditorProps & { readonly editing: Editing; readonly isPublished: boolean }) {
  const { classId, decks, editing, isPublished } = props;
  const { form } = editing;
  const reading = useTestDeck(classId, form.deck);
  if (reading.state === 'loading') return <p class="loading">One moment …</p>;
  if (reading.state === 'failed') {
    return (
      <p class="error" role="alert">
        {reading.why} What you typed is kept: please load this page again.
      </p>
    );
  }
  const { deck } = reading;
  const access = decks.find(({ id }) => id === form.deck)?.access ?? 'open';
  return (
    <>
      {isPublished ? <ScopeFixed form={form} deck={deck} /> : <ScopeFields {...editing} deck={deck} />}
      <DateFields {...editing} />
      {form.kind === 'test' && <RuleFields {...editing} />}
      {form.kind === 'test' && <PointsFields {...editing} deck={deck} />}
      <Warnings words={warningsOf(form, deck, access)} />
      {form.kind === 'test' && <Preview form={form} deck={deck} />}
    </>
  );
}

function Warnings({ words }: { words: readonly string[] }) {
  return (
    <section class="class-part" aria-labelledby="assign-know">
      <h2 id="assign-know">Good to know</h2>
      <ul class="assign-know">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Saving(props: { editing: Editing; classId: string; isPublished: boolean }) {
  const { editing, classId, isPublished } = props;
  const { doing, problems } = editing;
  const [isSaved, setSaved] = useState(false);
  const saveDraft = async () => {
    setSaved(false);
    setSaved(await editing.save('draft'));
  };
  const count = Object.keys(problems).length;
  return (
    <div class="class-part">
      <p class="problem" role="alert">
        {count > 0 && (count === 1 ? 'One field needs another look.' : `${count} fields need another look.`)}
        {count === 0 && doing.problem}
      </p>
      <div class="actions">
        <button
          type="button"
          class="primary"
          aria-disabled={doing.isBusy}
          onClick={() => void publish(editing, classId)}
        >
          {doing.isBusy ? 'Saving …' : isPublished ? 'Save the changes' : 'Publish'}
        </button>
        {!isPublished && (
          <button type="button" class="plain" aria-disabled={doing.isBusy} onClick={() => void saveDraft()}>
            Save as a draft
          </button>
        )}
        <a class="quiet-link" href={classPath(classId)}>
          Back to the class
        </a>
      </div>
      <p class="quiet" role="status">
        {isSaved && 'Saved as a draft. Students do not see it.'}
      </p>
    </div>
  );
}
