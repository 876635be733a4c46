import { useState } from 'preact/hooks';
import { InvitationSchema } from '../../../questions/classroom/api.ts';
import { momentText } from '../../clock.ts';
import { askServer } from '../../askServer.ts';
import { Copy } from '../../copy.tsx';
import { useDoing } from '../parts/doing.ts';
import type { TeacherProps } from './teacherClass.tsx';

/** Who teaches, and the link that lets another teacher in. */
export function Teachers({ classId, me, state }: TeacherProps) {
  const [invited, setInvited] = useState<{ readonly link: string; readonly untilMs: number }>();
  const { isBusy, problem, run } = useDoing();
  const invite = async () => {
    const said = await run(() => askServer('POST', `/classes/${classId}/invitations`, InvitationSchema));
    if (said?.ok !== true) return;
    const { invitation, expiresAtMs } = said.value;
    setInvited({ link: `${window.location.origin}/teach#${invitation}`, untilMs: expiresAtMs });
  };
  return (
    <section class="class-part" aria-labelledby="teachers">
      <h2 id="teachers">Teachers</h2>
      <ul class="class-names">
        {state.teachers.map(({ member, name }) => (
          <li key={member}>
            {name}
            {member === me && <span class="quiet"> (you)</span>}
          </li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" class="quiet-link" aria-disabled={isBusy} onClick={() => void invite()}>
          {isBusy ? 'One moment …' : invited === undefined ? 'Invite a teacher' : 'Make another link'}
        </button>
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
      <div role="status">{invited !== undefined && <Invited {...invited} />}</div>
    </section>
  );
}

function Invited({ link, untilMs }: { link: string; untilMs: number }) {
  return (
    <div class="notice">
      <p>
        Whoever opens this link until {momentText(untilMs)} can teach the class: see every answer, and change
        everything. Send it to nobody else.
      </p>
      <p class="code invite-link">{link}</p>
      <div class="actions">
        <Copy what="it" text={link} label="Copy the link" />
      </div>
    </div>
  );
}
