import { useState } from 'preact/hooks';
import type { InPage } from './telling.ts';

/** The way to the passage in the page around the quiz, and back. */
export function InPageLink({ go, back }: InPage) {
  const [isThere, setThere] = useState(false);
  const press = () => {
    setThere(!isThere);
    (isThere ? back : go)();
  };
  return (
    <p>
      <button type="button" class="quiet-link" onClick={press}>
        {isThere ? 'Back' : 'Show it in the page'}
      </button>
    </p>
  );
}
