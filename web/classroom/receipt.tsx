import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type * as v from 'valibot';
import { ReceiptSchema } from '../../questions/classroom/api.ts';
import { lazyStyle } from '../lazyStyle.ts';
import { Page } from '../page.tsx';
import { askServer } from '../askServer.ts';
import testCss from './test.css?url';
import { keptAttempts, type KeptAttempt } from './test/keptAttempt.ts';
import { ReceiptShown } from './test/receiptShown.tsx';
import { zonedMoment } from './test/zonedMoment.ts';

type Receipt = v.InferOutput<typeof ReceiptSchema>;
type Checked =
  | { readonly state: 'rest' | 'asking' }
  | { readonly state: 'genuine'; readonly receipt: Receipt }
  | { readonly state: 'none' | 'failed'; readonly words: string };

/** What a receipt is for, by the server that gave it; and the receipts that this device keeps. */
export function ReceiptScreen() {
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<Checked>({ state: 'rest' });
  const id = useId();
  useEffect(() => void lazyStyle(testCss), []);
  const check = async (event: Event) => {
    event.preventDefault();
    const receipt = receiptIn(text);
    if (receipt === '') return setChecked({ state: 'none', words: 'Paste a receipt first.' });
    setChecked({ state: 'asking' });
    setChecked(await checkReceipt(receipt));
  };
  return (
    <Page name="Check a receipt">
      <main class="main">
        <h1>Check a receipt</h1>
        <p class="lead">A receipt says when this server had a test that was handed in.</p>
        <form class="field" onSubmit={(event) => void check(event)}>
          <label for={id}>The receipt</label>
          <textarea
            id={id}
            class="text code"
            rows={5}
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <div class="actions">
            <button class="primary" aria-disabled={checked.state === 'asking'}>
              Check
            </button>
          </div>
        </form>
        <Verdict checked={checked} />
        <KeptHere />
      </main>
    </Page>
  );
}

/** The receipt in what was pasted: a downloaded file holds it on its last line. */
function receiptIn(text: string): string {
  return text.trim().split(/\s+/).at(-1) ?? '';
}

async function checkReceipt(receipt: string): Promise<Checked> {
  const said = await askServer('POST', '/receipts', ReceiptSchema, { receipt });
  if (said.ok) return { state: 'genuine', receipt: said.value };
  if (said.isPassing) return { state: 'failed', words: said.why };
  return { state: 'none', words: 'This server did not give this receipt, or it was altered.' };
}

function Verdict({ checked }: { checked: Checked }) {
  const own = useRef<HTMLElement>(null);
  useEffect(() => own.current?.scrollIntoView({ block: 'nearest' }), [checked]);
  return (
    <section ref={own} class="receipt-said" role="status" aria-label="What the server says">
      {(checked.state === 'none' || checked.state === 'failed') && <p class="error">{checked.words}</p>}
      {checked.state === 'genuine' && <Genuine receipt={checked.receipt} />}
    </section>
  );
}

function Genuine({ receipt }: { receipt: Receipt }) {
  const lines: readonly (readonly [string, string])[] = [
    ['Test', receipt.title],
    ['Handed in', `${zonedMoment(receipt.receivedAtMs)}${receipt.late ? ', after the end' : ''}`],
    ['Answered', `${receipt.answered} of ${receipt.questions}`],
    ['Attempt', receipt.attempt],
    ['Student, in this class', receipt.member],
    ['Digest of the answers', receipt.answersSha256],
  ];
  return (
    <>
      <h2>This server gave it</h2>
      <dl class="rows">
        {lines.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="receipt-value">{words}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function KeptHere() {
  const [kept, setKept] = useState<readonly KeptAttempt[]>([]);
  useEffect(() => void keptAttempts().then(setKept), []);
  const receipts = kept.flatMap(({ fixed, progress: { done } }) =>
    done === null ? [] : [{ attempt: fixed.attempt, title: fixed.title, ...done }],
  );
  if (receipts.length === 0) return null;
  return (
    <>
      <h2>Receipts on this device</h2>
      <ul class="receipt-list">
        {receipts.map(({ attempt, ...receipt }) => (
          <li key={attempt}>
            <ReceiptShown {...receipt} />
          </li>
        ))}
      </ul>
    </>
  );
}
