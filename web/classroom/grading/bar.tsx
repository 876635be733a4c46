/** A share (0 to 1) as a bar, beside the figure that says the same; null is an empty bar. */
export function Bar({ share, look = 'share' }: { share: number | null; look?: 'share' | 'upper' | 'lower' }) {
  return (
    <svg class="share-bar" data-look={look} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="share-track" x="0" y="0" width="100" height="8" />
      <rect class="share-fill" x="0" y="0" width={Math.round((share ?? 0) * 100)} height="8" />
    </svg>
  );
}
