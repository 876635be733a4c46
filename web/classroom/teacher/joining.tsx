import { useRef, useState } from 'preact/hooks';
import { CodeSchema } from '../../../questions/classroom/api.ts';
import type { JoinCode } from '../../../questions/classroom/ids.ts';
import { QrCode } from '../../qr.tsx';
import { askServer } from '../../askServer.ts';
import { joinCodeText, joinLink } from '../joinText.ts';
import { newActId, rememberAct, writeAct } from '../ownActs.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Copy } from '../../copy.tsx';
import { useDoing } from '../parts/doing.ts';
import { Projector } from './projector.tsx';
import type { TeacherProps } from './teacherClass.tsx';

/** How students join: the code, its link, a code for a camera; a new code, or none. */
export function Joining({ classId, state }: TeacherProps) {
  const [asked, setAsked] = useState<'new' | 'none' | null>(null);
  const { isBusy, problem, run } = useDoing();
  const heading = useRef<HTMLHeadingElement>(null);
  const done = () => {
    setAsked(null);
    heading.current?.focus();
  };
  const renew = async () => {
    const act = newActId();
    const said = await run(() => askServer('POST', `/classes/${classId}/codes`, CodeSchema, { act }));
    if (said?.ok !== true) return;
    rememberAct(classId, act, { type: 'code', code: said.value.code });
    done();
  };
  const close = async () => {
    const said = await run(() => writeAct(classId, { type: 'code', code: null }));
    if (said?.ok === true) done();
  };
  const { code } = state;
  return (
    <section class="class-part" aria-labelledby="joining">
      <h2 id="joining" ref={heading} tabIndex={-1}>
        How to join
      </h2>
      {code === null ? (
        <p class="quiet">Joining is closed. A new code opens it again.</p>
      ) : (
        <JoinSheet code={code} className={state.name} />
      )}
      {asked === null && (
        <div class="actions">
          <button
            type="button"
            class="quiet-link"
            onClick={() => (code === null ? void renew() : setAsked('new'))}
          >
            {code === null ? 'Make a new code' : 'New code …'}
          </button>
          {code !== null && (
            <button type="button" class="quiet-link" onClick={() => setAsked('none')}>
              Close joining …
            </button>
          )}
        </div>
      )}
      {asked === null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {asked !== null && (
        <Confirm
          title={asked === 'new' ? 'Make a new code?' : 'Close joining?'}
          words={asked === 'new' ? 'Make a new code' : 'Close joining'}
          isBusy={isBusy}
          problem={problem}
          onDo={() => void (asked === 'new' ? renew() : close())}
          onCancel={done}
        >
          <p>
            {asked === 'new'
              ? 'The code of now joins nobody any more, wherever it was written or sent.'
              : 'Nobody can join until you make a new code.'}{' '}
            Those who have joined stay.
          </p>
        </Confirm>
      )}
    </section>
  );
}

function JoinSheet({ code, className }: { code: JoinCode; className: string }) {
  const [isLarge, setLarge] = useState(false);
  const link = joinLink(window.location.origin, code);
  return (
    <div class="join-sheet">
      <p class="join-code code" aria-label={`Code: ${code.split('').join(' ')}`}>
        {joinCodeText(code)}
      </p>
      <p class="quiet">
        At <span class="code">{`${window.location.host}/join`}</span>, or with the link
      </p>
      <figure class="join-qr">
        <QrCode text={link} label="QR code of the link that joins this class" />
      </figure>
      <div class="actions">
        <Copy what="it" text={link} label="Copy the link" />
        <button type="button" class="quiet-link" onClick={() => setLarge(true)}>
          Show it large
        </button>
      </div>
      {isLarge && <Projector code={code} link={link} className={className} onClose={() => setLarge(false)} />}
    </div>
  );
}
