import { Copy } from '../../copy.tsx';
import { download } from '../../download.ts';
import { zonedMoment } from './zonedMoment.ts';

/** A receipt to keep: the server's own words on what it had when. */
export function ReceiptShown(props: {
  readonly title: string;
  readonly receipt: string;
  readonly receivedAtMs: number;
  readonly late: boolean;
}) {
  const { title, receipt, receivedAtMs, late } = props;
  return (
    <section class="receipt" aria-label={`Receipt for ${title}`}>
      <p>
        <strong>{title}</strong>
        <br />
        Handed in {zonedMoment(receivedAtMs)}
        {late && ', after the end'}.
      </p>
      <output class="code receipt-code">{receipt}</output>
      <div class="actions">
        <Copy text={receipt} label="Copy" what="the receipt" />
        <button type="button" class="quiet-link" onClick={() => window.print()}>
          Print
        </button>
        <button
          type="button"
          class="quiet-link"
          onClick={() => download(fileNameOf(receivedAtMs), fileOf(props), 'text/plain')}
        >
          Download
        </button>
      </div>
      <p class="quiet">
        Anybody can check it at {window.location.host}/receipt. It says when the server had your answers, not
        what they were.
      </p>
    </section>
  );
}

/** The receipt, what it is for, and where it can be checked. */
function fileOf({
  title,
  receipt,
  receivedAtMs,
}: {
  title: string;
  receipt: string;
  receivedAtMs: number;
}): string {
  const handedIn = `Handed in ${new Date(receivedAtMs).toISOString()}`;
  return `${title}\n${handedIn}\nCheck it at ${window.location.origin}/receipt\n\n${receipt}\n`;
}

function fileNameOf(receivedAtMs: number): string {
  return `receipt-${new Date(receivedAtMs).toISOString().slice(0, 16).replace(/[T:]/g, '-')}.txt`;
}
