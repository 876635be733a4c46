import { useState } from 'preact/hooks';
import { zonedMoment } from './zonedMoment.ts';

/** A receipt to keep: the server's own words on what it had when. */
export function ReceiptShown(props: {
  readonly title: string;
  readonly receipt: string;
  readonly receivedAtMs: number;
  readonly late: boolean;
}) {
  const { title, receipt, receivedAtMs, late } = props;
  const [said, say] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(receipt);
      say('Copied.');
    } catch {
      // Refused, or no clipboard outside a secure context: the text can be selected.
      say('This browser does not copy. Please select the receipt.');
    }
  };
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
        <button type="button" class="plain" onClick={() => void copy()}>
          Copy
        </button>
        <button type="button" class="quiet-link" onClick={() => window.print()}>
          Print
        </button>
        <button type="button" class="quiet-link" onClick={() => download(props)}>
          Download
        </button>
        <span class="quiet" role="status">
          {said}
        </span>
      </div>
      <p class="quiet">
        Anybody can check it at {window.location.host}/receipt. It says when the server had your answers, not
        what they were.
      </p>
    </section>
  );
}

function download({
  title,
  receipt,
  receivedAtMs,
}: {
  title: string;
  receipt: string;
  receivedAtMs: number;
}): void {
  const text = `${title}\nHanded in ${new Date(receivedAtMs).toISOString()}\nCheck it at ${window.location.origin}/receipt\n\n${receipt}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `receipt-${new Date(receivedAtMs).toISOString().slice(0, 16).replace(/[T:]/g, '-')}.txt`;
  link.click();
  URL.revokeObjectURL(address);
}
