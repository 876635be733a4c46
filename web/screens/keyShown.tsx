import { useEffect, useRef, useState } from 'preact/hooks';
import { Copy } from '../copy.tsx';
import { learnerKeyForUse, type LearnerKey } from '../learnerKey.ts';
import { followLog } from '../logChanges.ts';
import { QrCode } from '../qr.tsx';
import { codeOf } from '../recoveryCode.ts';
import { KEY_PATH } from '../routes.ts';

/** This device's key, behind a press: somebody may be looking over a shoulder. Made now where there was none. */
export function KeyShown() {
  const [key, setKey] = useState<LearnerKey | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(
    () =>
      followLog((change) => {
        if (change === 'everything') setKey(null);
      }),
    [],
  );
  const toggle = () => {
    if (key !== null) setKey(null);
    else void learnerKeyForUse().then(setKey);
  };
  return (
    <section class="key-part" aria-labelledby="key-shown">
      <h2 id="key-shown">The key of this device</h2>
      <p class="quiet">
        Write it down or print it, and keep it where you keep passwords. It brings your progress to any other
        device.
      </p>
      <div class="actions">
        <button ref={opener} type="button" class="plain" aria-expanded={key !== null} onClick={toggle}>
          {key === null ? 'Show my key' : 'Hide my key'}
        </button>
      </div>
      {key !== null && <Sheet code={codeOf(key)} />}
    </section>
  );
}

function Sheet({ code }: { code: string }) {
  const link = `${window.location.origin}${KEY_PATH}#${code}`;
  return (
    <div class="key-sheet">
      <div class="key-code">
        <ol class="key-groups code" aria-label="Your key, in eight groups">
          {code.split('-').map((group, at) => (
            <li key={at}>{group}</li>
          ))}
        </ol>
        <p class="quiet">
          Capitals or small letters, both will do. Every fifth character checks the four before it, so that a
          slip is found.
        </p>
        <div class="actions">
          <Copy text={code} label="Copy" what="the key" />
          <button type="button" class="quiet-link" onClick={() => window.print()}>
            Print
          </button>
        </div>
      </div>
      <figure class="key-qr">
        <QrCode text={link} label="QR code of a link with your key" />
        <figcaption class="quiet">Point the camera of another device at it.</figcaption>
      </figure>
    </div>
  );
}
