import { useState } from 'preact/hooks';

/** Copies a text, and says what became of it. Where the browser does not copy, `what` is to be selected. */
export function Copy({ text, label, what }: { text: string; label: string; what: string }) {
  const [copied, setCopied] = useState({ text: '', said: '' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, said: 'Copied.' });
    } catch {
      // Refused, or no clipboard outside a secure context: the text can be selected.
      setCopied({ text, said: `This browser does not copy. Please select ${what}.` });
    }
  };
  return (
    <>
      <button type="button" class="plain" onClick={() => void copy()}>
        {label}
      </button>
      <span class="quiet" role="status">
        {copied.text === text ? copied.said : ''}
      </span>
    </>
  );
}
