import { useEffect, useId, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { DisputeBodySchema, type Results } from '../../../questions/classroom/api.ts';
import { askServer } from '../../askServer.ts';

type Known = Results['questions'][number]['dispute'];

/** An objection to a question: the words for the teacher, and what became of them. */
export function Dispute({ path, dispute, prompt }: { path: string; dispute: Known; prompt: string }) {
  const [known, setKnown] = useState(dispute);
  const [isWriting, setWriting] = useState(false);
  const own = useRef<HTMLParagraphElement>(null);
  const sent = (words: string) => {
    setKnown({ words, decision: null });
    setWriting(false);
    requestAnimationFrame(() => own.current?.focus());
  };
  if (known !== null)
    return (
      <p ref={own} class="quiet dispute" tabIndex={-1}>
        You disputed this: “{known.words}” {decisionWords(known.decision)}
      </p>
    );
  if (isWriting)
    return <Words path={path} prompt={prompt} onSent={sent} onCancel={() => setWriting(false)} />;
  return (
    <button type="button" class="quiet-link" onClick={() => setWriting(true)}>
      Dispute this<span class="sr-only">: {prompt}</span>
    </button>
  );
}

function decisionWords(decision: NonNullable<Known>['decision']): string {
  if (decision === null) return 'Your teacher has not decided yet.';
  const what = decision.decision === 'repaired' ? 'It was put right.' : 'It stays as it is.';
  return `${what} ${decision.words}`;
}

function Words(props: {
  path: string;
  prompt: string;
  onSent: (words: string) => void;
  onCancel: () => void;
}) {
  const { path, prompt, onSent, onCancel } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState('');
  const [isSending, setSending] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const send = async (event: Event) => {
    event.preventDefault();
    const body = v.safeParse(DisputeBodySchema, { words });
    if (!body.success) return setProblem('Say in a sentence what is wrong.');
    setSending(true);
    const said = await askServer('PUT', path, v.null(), body.output);
    setSending(false);
    if (said.ok) onSent(body.output.words);
    else setProblem(`${said.why} Nothing was sent; your words are still here.`);
  };
  return (
    <form class="field dispute" onSubmit={(event) => void send(event)}>
      <label for={id}>
        What is wrong with it?<span class="sr-only"> {prompt}</span>
      </label>
      <textarea
        ref={field}
        id={id}
        class="text"
        rows={3}
        maxLength={500}
        value={words}
        aria-describedby={`${id}-problem`}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <p class="problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <div class="actions">
        <button class="plain" aria-disabled={isSending}>
          Send to your teacher
        </button>
        <button type="button" class="quiet-link" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
