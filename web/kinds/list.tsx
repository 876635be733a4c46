import type { ListView } from '../../questions/kinds/list.ts';
import type { KindScreen } from '../kind.ts';
import { spread } from '../spread.ts';
import { TYPED } from '../typed.tsx';

/** Several typed items in any order. `Enter` goes to the next line; pasted lists spread over the lines. */
export const list: KindScreen<ListView, readonly string[]> = {
  missing: 'Write at least one of them first.',
  start: ({ count }) => Array.from({ length: count }, () => ''),
  isComplete: (_view, draft) => draft.some((item) => item.trim() !== ''),
  answerOf: (draft) => draft.map((item) => item.trim()).filter((item) => item !== ''),
  Fields({ view, draft, onDraft, headingId, problemId }) {
    const lines = Array.from({ length: view.count }, (_, at) => draft[at] ?? '');
    const write = (at: number, text: string) => onDraft(lines.map((line, i) => (i === at ? text : line)));
    return (
      <fieldset class="lines" aria-labelledby={headingId}>
        {lines.map((line, at) => (
          <label key={at} class="line">
            <span class="line-number">
              <span class="sr-only">Item </span>
              {at + 1}
              <span class="sr-only"> of {view.count}</span>
            </span>
            <input
              {...TYPED}
              enterkeyhint={at + 1 < view.count ? 'next' : 'done'}
              class="text"
              value={line}
              aria-invalid={problemId !== undefined}
              {...(problemId === undefined ? {} : { 'aria-describedby': problemId })}
              onInput={(event) => write(at, event.currentTarget.value)}
              onKeyDown={(event) => goOn(event, at)}
              onPaste={(event) => {
                const filled = spread(lines, at, event.clipboardData?.getData('text') ?? '');
                if (filled === undefined) return;
                event.preventDefault();
                onDraft(filled);
              }}
            />
          </label>
        ))}
      </fieldset>
    );
  },
};

/** `Enter` moves to the next line; on the last one it is left to the form. */
function goOn(event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }, at: number): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  const next = event.currentTarget.closest('fieldset')?.querySelectorAll('input')[at + 1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
