import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { parseDeckFile } from '../../../questions/deckSource.ts';
import type { OpenProject } from '../openProject.ts';

const SHOWN_MAX = 20;

/** The deck file as it is, to be mended by hand where nothing else helps. */
export function FilePanel({ open }: { readonly open: OpenProject }) {
  const id = useId();
  const { yaml } = open.project;
  const [text, setText] = useState(yaml);
  const [shown, setShown] = useState(yaml);
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  // What was changed elsewhere, or undone, is shown; what is being typed stays.
  if (yaml !== shown) {
    setShown(yaml);
    if (text === shown) setText(yaml);
  }
  const isChanged = text !== yaml;
  const parsed = useMemo(() => parseDeckFile(text), [text]);
  const problems = parsed.ok ? [] : parsed.problems;
  const goTo = (line: number) => {
    const start =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0);
    field.current?.focus();
    field.current?.setSelectionRange(
      start,
      text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start),
    );
  };
  return (
    <section class="review-panel" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} ref={heading} tabIndex={-1}>
        The file itself
      </h2>
      <p class="quiet">
        Everything you review stands in this file, deck.yaml. Change it here where the other ways do not
        reach.
      </p>
      <div role="status">
        {problems.length > 0 && (
          <div class="error">
            <p>
              <strong>The file has faults:</strong> until they are mended no question can be shown.
            </p>
            <ul class="review-faults">
              {problems.slice(0, SHOWN_MAX).map(({ line, column, path, message }) => (
                <li key={`${line} ${column} ${message}`}>
                  <button type="button" class="quiet-link" onClick={() => goTo(line)}>
                    Line {line}
                  </button>{' '}
                  {path.length > 0 && <span class="quiet">{path.join(' › ')}: </span>}
                  {message}
                </li>
              ))}
            </ul>
            {problems.length > SHOWN_MAX && <p>And {problems.length - SHOWN_MAX} more.</p>}
          </div>
        )}
      </div>
      <label class="sr-only" for={`${id}-file`}>
        deck.yaml
      </label>
      <textarea
        id={`${id}-file`}
        ref={field}
        class="text review-file"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="actions">
        <button
          type="button"
          class="primary"
          aria-disabled={!isChanged}
          onClick={() => {
            if (isChanged) open.replace({ yaml: text });
          }}
        >
          Keep this file
        </button>
        {isChanged && (
          <button type="button" class="quiet-link" onClick={() => setText(yaml)}>
            Take my changes back
          </button>
        )}
        {!isChanged && open.undo !== null && (
          <button type="button" class="quiet-link" onClick={open.undo}>
            Undo
          </button>
        )}
      </div>
    </section>
  );
}
