import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { FieldProblem } from '../../classroom/parts/textField.tsx';
import { lengthWords, type Chosen } from './chosen.ts';

export interface DocumentFieldProps {
  /** What came from a file; null where a text is pasted. */
  readonly chosen: Chosen | null;
  readonly own: RefObject<HTMLTextAreaElement | null>;
  readonly problem: string;
  readonly onText: (text: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  /** Takes the file's text away again. */
  readonly onDrop: () => void;
}

/** Where a document is pasted, dropped or chosen. */
export function DocumentField({ chosen, own, problem, onText, onFiles, onDrop }: DocumentFieldProps) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      class="studio-document"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        setOver(false);
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      }}
    >
      {chosen !== null && <FromFile chosen={chosen} onDrop={onDrop} />}
      <div class="field" hidden={chosen !== null}>
        <label for="new-deck-document">The document</label>
        <textarea
          id="new-deck-document"
          ref={own}
          class="text studio-paste"
          rows={10}
          placeholder="Paste a text here, or drop a file."
          aria-describedby="new-deck-document-means new-deck-document-problem"
          aria-invalid={problem !== ''}
          spellcheck={false}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </div>
      <FieldProblem id="new-deck-document-problem" problem={problem} />
      <div class="studio-files">
        <label class="quiet-link">
          {chosen === null ? 'Choose a file' : 'Choose another file'}
          <input
            type="file"
            class="sr-only"
            multiple
            accept=".txt,.md,.markdown,.html,.htm,.docx,.pdf,.yaml,.yml,.zip,text/plain,text/markdown,text/html"
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              onFiles(files);
            }}
          />
        </label>
        <span class="quiet" id="new-deck-document-means">
          Text, Markdown, HTML, Word or PDF; or a deck folder’s deck.yaml and document.md.
        </span>
      </div>
    </div>
  );
}

function FromFile({ chosen, onDrop }: { chosen: Chosen; onDrop: () => void }) {
  return (
    <div class="notice studio-chosen" role="status">
      <p>
        <strong>{chosen.file}</strong>, {lengthWords(chosen.document)}
      </p>
      <button type="button" class="quiet-link" onClick={onDrop}>
        Paste a text instead
      </button>
    </div>
  );
}
