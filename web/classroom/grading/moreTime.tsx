import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Row } from '../../../questions/classroom/gradebook.ts';
import { useActing } from './acting.ts';
import { fieldTime, timeInField } from './fieldTime.ts';
import type { GradingProps } from './testViews.tsx';

const EXTRA_MAX = 10_080;

/** More time for one student: extra minutes, which also move the close, or another close. */
export function MoreTime(props: GradingProps & { readonly row: Row; readonly onClose: () => void }) {
  const { classId, assigned, test, row, awaitChange, onClose } = props;
  const id = useId();
  const allowance = assigned.allowances.get(row.member);
  const [extra, setExtra] = useState(String(row.extraMinutes));
  const [closes, setCloses] = useState(fieldTime(row.closesAtMs - row.extraMinutes * 60_000));
  const [said, setSaid] = useState('');
  const { isBusy, problem, act } = useActing(classId);
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);

  const give = async () => {
    const extraMinutes = Number(extra);
    const closesAtMs = timeInField(closes);
    if (extra === '' || !Number.isInteger(extraMinutes) || extraMinutes < 0 || extraMinutes > EXTRA_MAX)
      return setSaid(`Extra minutes are a whole number from 0 to ${EXTRA_MAX}.`);
    if (closesAtMs === undefined) return setSaid('The close needs a date and a time.');
    setSaid('');
    const isOwn = fieldTime(test.closesAtMs) !== closes;
    const isKept = await act({
      type: 'allow',
      assignment: assigned.id,
      member: row.member,
      extraMinutes,
      opensAtMs: allowance?.opensAtMs ?? null,
      closesAtMs: isOwn ? closesAtMs : null,
    });
    if (!isKept) return;
    const target = (isOwn ? closesAtMs : test.closesAtMs) + extraMinutes * 60_000;
    awaitChange(({ rows }) => rows.some((one) => one.member === row.member && one.closesAtMs === target));
    onClose();
  };
  return (
    <form
      class="more-time"
      aria-label={`Time for ${row.name}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void give();
      }}
    >
      <div class="choice">
        <div class="field">
          <label for={`${id}-extra`}>Extra minutes</label>
          <input
            ref={first}
            id={`${id}-extra`}
            type="number"
            min={0}
            max={EXTRA_MAX}
            step={1}
            value={extra}
            onInput={(event) => setExtra(event.currentTarget.value)}
            aria-describedby={`${id}-means`}
          />
        </div>
        <div class="field">
          <label for={`${id}-closes`}>Closes</label>
          <input
            id={`${id}-closes`}
            type="datetime-local"
            value={closes}
            onInput={(event) => setCloses(event.currentTarget.value)}
            aria-describedby={`${id}-means`}
          />
        </div>
      </div>
      <p class="quiet" id={`${id}-means`}>
        Extra minutes lengthen the attempt and move this close. Answers that came late count where they are
        within the new time.
      </p>
      <p class="problem" role="alert">
        {said || problem}
      </p>
      <div class="actions">
        <button class="primary" aria-disabled={isBusy}>
          {isBusy ? 'Saving …' : 'Save the time'}
        </button>
        <button type="button" class="quiet-link" onClick={onClose}>
          Leave it as it is
        </button>
      </div>
    </form>
  );
}
