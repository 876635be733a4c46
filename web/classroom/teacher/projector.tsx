import { useEffect, useRef } from 'preact/hooks';
import type { JoinCode } from '../../../questions/classroom/ids.ts';
import { QrCode } from '../../qr.tsx';
import { joinCodeText } from '../joinText.ts';

/** How to join, over the whole screen, to be read from the last row. Shown while it is mounted. */
export function Projector(props: { code: JoinCode; link: string; className: string; onClose: () => void }) {
  const { code, link, className, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="projector" aria-labelledby="projector-heading" onClose={onClose}>
      <div class="projector-words">
        <h2 id="projector-heading">{className}</h2>
        <p class="projector-at">
          Open <strong>{`${window.location.host}/join`}</strong> and type
        </p>
        <p class="projector-code code">{joinCodeText(code)}</p>
        <button type="button" class="plain" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <figure class="projector-qr">
        <QrCode text={link} label="QR code of the link that joins this class" />
      </figure>
    </dialog>
  );
}
