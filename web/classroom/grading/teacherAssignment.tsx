import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ClassRecord } from '../../../questions/classroom/act.ts';
import { foldClass } from '../../../questions/classroom/foldClass.ts';
import type { MemberId } from '../../../questions/classroom/ids.ts';
import type { Assigned, ClassState } from '../../../questions/classroom/state.ts';
import { momentText } from '../../clock.ts';
import { useObserved } from '../../observed.ts';
import { Page } from '../../page.tsx';
import { classPath } from '../../routes.ts';
import { withOwn } from '../ownActs.ts';
import { ownChanges } from '../own/ownKept.ts';
import { RetainTeacher } from '../retain/teacher.tsx';
import { TestViews } from './testViews.tsx';
import { VIEW_NAMES, viewNamed } from './views.tsx';

/** What a teacher sees of an assignment: a test's gradebook, or what a class will still know. `view` is the address's `?view=`. */
export function TeacherAssignment(props: {
  readonly classId: string;
  /** Who asks. */
  readonly me: MemberId;
  readonly record: ClassRecord;
  readonly assignment: string;
  readonly view: string | null;
}) {
  const { classId, me, record, assignment } = props;
  const changes = useObserved(ownChanges);
  const state = useMemo(() => foldClass(withOwn(classId, me, record)), [record, changes]);
  const assigned = state.assignments.find(({ id }) => id === assignment);
  if (assigned === undefined) return <NoAssignment classId={classId} name={state.name} />;
  const { settings } = assigned;
  const about = { classId, state, assigned };
  if (settings.kind === 'retain')
    return (
      <Frame {...about} name={settings.title}>
        <RetainTeacher {...about} />
      </Frame>
    );
  const view = viewNamed(props.view);
  return (
    <Frame {...about} name={`${VIEW_NAMES[view]} · ${settings.title}`}>
      <TestViews key={assignment} classId={classId} assigned={assigned} test={settings} view={view} />
    </Frame>
  );
}

interface FrameProps {
  readonly classId: string;
  readonly state: ClassState;
  readonly assigned: Assigned;
  readonly name: string;
  readonly children: ComponentChildren;
}

function Frame({ classId, state, assigned, name, children }: FrameProps) {
  const edit = classPath(classId, `assign/${assigned.id}`);
  return (
    <Page name={name}>
      <main class="main grading">
        <header class="grading-head">
          <p class="kicker">
            <a href={classPath(classId)}>{state.name}</a>
          </p>
          <h1>{assigned.settings.title}</h1>
          <p class="lead">{datesWords(assigned)}</p>
          <p class="actions">
            <a class="quiet-link" href={edit}>
              {assigned.state === 'draft' ? 'Edit the draft' : 'Edit'}
            </a>
            {assigned.settings.kind === 'test' && (
              <a class="quiet-link" href={classPath(classId, `${assigned.id}/paper`)}>
                On paper
              </a>
            )}
          </p>
        </header>
        {children}
      </main>
    </Page>
  );
}

function datesWords({ state, settings }: Assigned): string {
  const opens = momentText(settings.opensAtMs);
  const ends =
    settings.kind === 'test'
      ? `closes ${momentText(settings.closesAtMs)}`
      : `to be known on ${momentText(settings.dateMs)}`;
  return `${state === 'draft' ? 'A draft, which no student sees. ' : ''}Opens ${opens}, ${ends}.`;
}

function NoAssignment({ classId, name }: { classId: string; name: string }) {
  return (
    <Page name="No such assignment">
      <main class="main">
        <section class="empty">
          <h1>There is no such assignment</h1>
          <p>It may have been withdrawn.</p>
          <div class="actions">
            <a class="primary" href={classPath(classId)}>
              {name}
            </a>
          </div>
        </section>
      </main>
    </Page>
  );
}
