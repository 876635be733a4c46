import { useMemo } from 'preact/hooks';
import type { ClassView } from '../../../questions/classroom/api.ts';
import { foldClass } from '../../../questions/classroom/foldClass.ts';
import { loadDecks } from '../../deckClient.ts';
import { summaryOf } from '../../deckList.ts';
import type { DeckSummary } from '../../deckSchema.ts';
import { ownDecks } from '../../ownDecks.ts';
import { useObserved } from '../../observed.ts';
import { Page } from '../../page.tsx';
import { classPath } from '../../routes.ts';
import { useAsked } from '../asked.ts';
import type { Said } from '../../askServer.ts';
import { ownChanges } from '../own/ownKept.ts';
import { askServerView, withOwn } from '../ownActs.ts';
import { RefusedPage } from '../refused.tsx';
import type { ClassroomRoute } from '../route.ts';
import { Editor } from './editor.tsx';

type TeacherView = Extract<ClassView, { role: 'teacher' }>;

/** The editor of an assignment: a new one, or one of the class. */
export function AssignPage({ class: classId, assignment }: ClassroomRoute) {
  const { said, again } = useAsked(() => askEditing(classId));
  if (said === undefined) return <Page loading />;
  if (!said.ok) {
    const back = { href: classPath(classId), words: 'Back to the class' };
    return <RefusedPage refusal={said} retry={again} {...(said.code === 'unknown-class' ? {} : { back })} />;
  }
  return <Found {...said.value} assignment={assignment} />;
}

interface Editing {
  readonly view: TeacherView;
  readonly decks: readonly DeckSummary[];
}

async function askEditing(classId: string): Promise<Said<Editing>> {
  const [said, decks, own] = await Promise.all([askServerView(classId), loadDecks(), publishedDecks()]);
  if (!said.ok) return said;
  if (said.value.role !== 'teacher')
    return refused('not-a-teacher', 'Only a teacher of the class sets its assignments.');
  if (!decks.ok) return { ...refused('unreachable', 'The decks could not be fetched.'), isPassing: true };
  return { ok: true, value: { view: said.value, decks: [...own, ...decks.value] } };
}

/** The teacher's own published decks; none where the server cannot be asked for them: then the others can still be set. */
async function publishedDecks(): Promise<readonly DeckSummary[]> {
  const own = await ownDecks();
  if (!own.ok) return [];
  return (await Promise.all(own.value.map(({ id }) => summaryOf(id)))).flat();
}

function refused(code: string, why: string): Extract<Said<never>, { ok: false }> {
  return { ok: false, code, why, isPassing: false, problems: [] };
}

function Found({ view, decks, assignment }: Editing & { readonly assignment: string | null }) {
  const { class: classId, me, record } = view;
  const changes = useObserved(ownChanges);
  const state = useMemo(() => foldClass(withOwn(classId, me, record)), [classId, me, record, changes]);
  const assigned = state.assignments.find(({ id }) => id === assignment);
  if (assignment !== null && assigned === undefined) return <Withdrawn classId={classId} />;
  return <Editor classId={classId} state={state} decks={decks} assigned={assigned} />;
}

function Withdrawn({ classId }: { classId: string }) {
  return (
    <Page name="No such assignment">
      <main class="main">
        <section class="empty">
          <h1>There is no such assignment</h1>
          <p>It may have been withdrawn, or it was made within the last minute on another device.</p>
          <div class="actions">
            <a class="primary" href={classPath(classId)}>
              Back to the class
            </a>
          </div>
        </section>
      </main>
    </Page>
  );
}
