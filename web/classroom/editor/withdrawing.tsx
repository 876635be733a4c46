import { useRef, useState } from 'preact/hooks';
import type { Assigned } from '../../../questions/classroom/state.ts';
import { navigate } from '../../router.ts';
import { classPath } from '../../routes.ts';
import { writeAct } from '../ownActs.ts';
import { Confirm } from '../parts/confirm.tsx';
import { useDoing } from '../parts/doing.ts';
import { keepForm } from './formKept.ts';

/** Takes an assignment away from everybody, once it is said what that means. */
export function Withdrawing({ classId, assigned }: { classId: string; assigned: Assigned }) {
  const [isAsked, setAsked] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { isBusy, problem, run } = useDoing();
  const { id: assignment, settings, state } = assigned;
  const withdraw = async () => {
    const act = { type: 'assign', assignment, state: 'withdrawn', settings } as const;
    const said = await run(() => writeAct(classId, act));
    if (said?.ok !== true) return;
    keepForm({ classId, assignment }, null);
    navigate(classPath(classId));
  };
  const cancel = () => {
    setAsked(false);
    opener.current?.focus();
  };
  const words = state === 'draft' ? 'Throw the draft away' : 'Withdraw it';
  return (
    <div class="class-part">
      <div class="actions">
        <button
          ref={opener}
          type="button"
          class="quiet-link danger"
          aria-expanded={isAsked}
          onClick={() => (isAsked ? cancel() : setAsked(true))}
        >
          {words} …
        </button>
      </div>
      {isAsked && (
        <Confirm
          title={`${words}?`}
          words={words}
          isBusy={isBusy}
          problem={problem}
          isGrave
          onDo={() => void withdraw()}
          onCancel={cancel}
        >
          <p>
            {state === 'draft'
              ? 'Nobody has seen it. It is gone from the class.'
              : 'Nobody sees it any more, and neither do you: its answers and marks are out of reach.'}
          </p>
        </Confirm>
      )}
    </div>
  );
}
