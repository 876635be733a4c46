import { useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { Brief, ClassView } from '../../../questions/classroom/api.ts';
import { momentText } from '../../clock.ts';
import { Page } from '../../page.tsx';
import { navigate } from '../../router.ts';
import { classPath, KEY_PATH } from '../../routes.ts';
import { askServer } from '../../askServer.ts';
import { rememberClass } from '../own/ownClasses.ts';
import { Confirm } from '../parts/confirm.tsx';
import { useDoing } from '../parts/doing.ts';
import { Phases } from '../parts/phases.tsx';
import { phaseAt } from '../phase.ts';

type StudentView = Extract<ClassView, { role: 'student' }>;

/** A class as a student sees it: what is open, to come and over. */
export function StudentClass({ view }: { readonly view: StudentView }) {
  const { name, myName, teachers, archived, assignments } = view;
  const items = assignments.map((brief) => ({
    ...brief,
    phase: phaseAt(brief.opensAtMs, brief.endsAtMs, view.nowMs),
  }));
  return (
    <Page name={name}>
      <main class="main classes">
        <p class="kicker">
          <a href="/classes">Classes</a>
        </p>
        <h1>{name}</h1>
        <p class="lead">
          {teachers.length > 0 && `With ${listed(teachers)}. `}You are here as {myName}.
          {archived && ' The class is archived: it can be read, and nobody joins.'}
        </p>
        {items.length === 0 && (
          <section class="empty">
            <h2>Nothing is set yet</h2>
            <p>What your teacher sets appears here, within a minute of it.</p>
          </section>
        )}
        <Phases items={items} line={(item) => <Line key={item.id} classId={view.class} {...item} />} />
        <p class="quiet class-foot">
          The class knows you by <a href={KEY_PATH}>your key</a>: keep a copy of it, for another device and
          for the day when this browser is cleared.
        </p>
        <Leaving view={view} />
      </main>
    </Page>
  );
}

function Line(props: Brief & { readonly classId: string; readonly phase: 'open' | 'coming' | 'over' }) {
  const { classId, id, title, kind, deckTitle, opensAtMs, endsAtMs, phase } = props;
  return (
    <li class="class-line">
      <span class="class-who">
        <a class="class-link" href={classPath(classId, id)}>
          {title}
        </a>
        <span class="quiet">
          {kind === 'test' ? 'Test' : 'Practice'} · {deckTitle} ·{' '}
          {phase === 'coming'
            ? `opens ${momentText(opensAtMs)}`
            : `${endWords(kind, phase)} ${momentText(endsAtMs)}`}
        </span>
      </span>
    </li>
  );
}

function endWords(kind: Brief['kind'], phase: 'open' | 'over'): string {
  if (kind === 'retain') return phase === 'open' ? 'to be known on' : 'was to be known on';
  return phase === 'open' ? 'closes' : 'closed';
}

function Leaving({ view }: { view: StudentView }) {
  const [isAsked, setAsked] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { isBusy, problem, run } = useDoing();
  const leave = async () => {
    const said = await run(() => askServer('DELETE', `/classes/${view.class}/members/${view.me}`, v.null()));
    if (said?.ok !== true) return;
    rememberClass(view.class, null);
    navigate('/classes');
  };
  const cancel = () => {
    setAsked(false);
    opener.current?.focus();
  };
  return (
    <>
      <div class="actions">
        <button
          ref={opener}
          type="button"
          class="quiet-link"
          aria-expanded={isAsked}
          onClick={() => (isAsked ? cancel() : setAsked(true))}
        >
          Leave the class …
        </button>
      </div>
      {isAsked && (
        <Confirm
          title={`Leave ${view.name}?`}
          words="Leave the class"
          isBusy={isBusy}
          problem={problem}
          isGrave
          onDo={() => void leave()}
          onCancel={cancel}
        >
          <p>
            You will not see it any more, and the code does not let you in again: only your teacher can take
            you back in. What you handed in stays with the class.
          </p>
        </Confirm>
      )}
    </>
  );
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
