import { useRef, useState } from 'preact/hooks';
import type { Assigned, Student } from '../../../questions/classroom/state.ts';
import { fieldTime, timeInField } from '../grading/fieldTime.ts';
import { writeAct } from '../ownActs.ts';
import { useDoing } from '../parts/doing.ts';
import { TextField } from '../parts/textField.tsx';

interface AllowanceFormProps {
  readonly classId: string;
  readonly assigned: Assigned;
  readonly student: Student;
  readonly onDone: () => void;
}

/** One student's own conditions; saving replaces what was allowed before. */
export function AllowanceForm({ classId, assigned, student, onDone }: AllowanceFormProps) {
  const before = assigned.allowances.get(student.member);
  const [extra, setExtra] = useState(String(before?.extraMinutes ?? 0));
  const [opens, setOpens] = useState(momentField(before?.opensAtMs));
  const [closes, setCloses] = useState(momentField(before?.closesAtMs));
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { isBusy, problem, run } = useDoing();
  const extraMinutes = extra.trim() === '' ? 0 : Number(extra);
  const isFit = Number.isInteger(extraMinutes) && extraMinutes >= 0 && extraMinutes <= 10_080;

  const save = async () => {
    setTried(true);
    if (!isFit) return field.current?.focus();
    const said = await run(() =>
      writeAct(classId, {
        type: 'allow',
        assignment: assigned.id,
        member: student.member,
        extraMinutes,
        opensAtMs: timeInField(opens) ?? null,
        closesAtMs: timeInField(closes) ?? null,
      }),
    );
    if (said?.ok === true) onDone();
  };
  return (
    <form
      class="class-form"
      aria-label={`Conditions of ${student.name}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        id="allow-extra"
        label="Extra minutes"
        type="number"
        range={{ min: 0, max: 10_080, step: 1 }}
        class="figures"
        value={extra}
        onValue={setExtra}
        problem={isTried && !isFit ? 'A whole number from 0 to 10080, a week.' : ''}
        own={field}
      />
      <div class="class-pair">
        <TextField
          id="allow-opens"
          label="Opens"
          type="moment"
          value={opens}
          onValue={setOpens}
          means="Leave it empty to open as for all."
        />
        <TextField
          id="allow-closes"
          label="Closes"
          type="moment"
          value={closes}
          onValue={setCloses}
          means="Leave it empty to close as for all."
        />
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
      <div class="actions">
        <button class="plain" aria-disabled={isBusy}>
          {isBusy ? 'Saving …' : `Save for ${student.name}`}
        </button>
      </div>
    </form>
  );
}

function momentField(atMs: number | null | undefined): string {
  return atMs === null || atMs === undefined ? '' : fieldTime(atMs);
}
