/** Predicted recall with the plan and without it, and the target, as a bar; the sentence beside it says the same. All from 0 to 1. */
export function RecallBar({ recall, without, target }: { recall: number; without: number; target: number }) {
  return (
    <svg class="recall-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="recall-track" x="0" y="0" width="100" height="8" />
      <rect class="recall-planned" x="0" y="0" width={percent(recall)} height="8" />
      <rect class="recall-now" x="0" y="0" width={percent(without)} height="8" />
      <rect class="recall-target" x={percent(target) - 0.3} y="0" width="0.6" height="8" />
    </svg>
  );
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
