import type { Assigned } from '../../../questions/classroom/state.ts';
import { momentText } from '../../clock.ts';
import { classPath } from '../../routes.ts';
import { serverNowMs } from '../ownActs.ts';
import { Phases } from '../parts/phases.tsx';
import { phaseAt, type Phase } from '../phase.ts';
import type { TeacherProps } from './teacherClass.tsx';

/** What is set in the class: drafts, what runs, what is over. */
export function Assignments({ classId, state }: TeacherProps) {
  const now = serverNowMs();
  const items = state.assignments.map((assigned) => ({ ...assigned, phase: phaseOf(assigned, now) }));
  return (
    <section class="class-part" aria-labelledby="assignments">
      <h2 id="assignments">Assignments</h2>
      {items.length === 0 && (
        <p class="quiet">
          Nothing is set yet. A test asks each question once and is marked; a retain assignment lets the class
          practise until it will still know the document on a date.
        </p>
      )}
      <div class="actions">
        <a class={items.length === 0 ? 'primary' : 'plain'} href={classPath(classId, 'assign')}>
          New assignment
        </a>
      </div>
      <Phases
        items={items}
        line={(assigned) => <Line key={assigned.id} classId={classId} assigned={assigned} />}
      />
    </section>
  );
}

function Line({ classId, assigned }: { classId: string; assigned: Assigned & { readonly phase: Phase } }) {
  const { id, phase, settings } = assigned;
  const edit = classPath(classId, `assign/${id}`);
  return (
    <li class="class-line">
      <span class="class-who">
        <a class="class-link" href={phase === 'draft' ? edit : classPath(classId, id)}>
          {settings.title}
        </a>
        <span class="quiet">{datesWords(assigned)}</span>
      </span>
      {phase !== 'draft' && (
        <a class="quiet-link" href={edit} aria-label={`Edit ${settings.title}`}>
          Edit
        </a>
      )}
    </li>
  );
}

function phaseOf({ state, settings }: Assigned, now: number): Phase {
  if (state === 'draft') return 'draft';
  return phaseAt(settings.opensAtMs, settings.kind === 'test' ? settings.closesAtMs : settings.dateMs, now);
}

function datesWords({ settings }: Assigned): string {
  const opens = `opens ${momentText(settings.opensAtMs)}`;
  return settings.kind === 'test'
    ? `Test · ${opens}, closes ${momentText(settings.closesAtMs)}`
    : `Retain · ${opens}, to be known on ${momentText(settings.dateMs)}`;
}
