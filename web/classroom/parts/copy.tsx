import { useState } from 'preact/hooks';

/** Copies a text, and says what became of it. `label` is what is copied. */
export function Copy({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState({ text: '', said: '' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, said: 'Copied.' });
    } catch {
      // Refused, or no clipboard outside a secure context: the text can be selected.
      setCopied({ text, said: 'This browser does not copy. Please select it.' });
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
