import { useLayoutEffect, useRef } from 'preact/hooks';

/** How far the search for facts is, and the way to stop it. */
export function MakingProgress(props: {
  readonly share: number;
  /** How long the document is, in words. */
  readonly length: string;
  readonly onCancel: () => void;
}) {
  const { share, length, onCancel } = props;
  const own = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => own.current?.focus(), []);
  return (
    <div
      ref={own}
      class="studio-making"
      role="group"
      aria-labelledby="making-facts"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <h3 id="making-facts">Looking for facts in {length}</h3>
      <progress class="bar" value={share} max={1} aria-label="How far the search is">
        {Math.round(share * 100)} %
      </progress>
      <div class="actions">
        <button type="button" class="plain" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}
