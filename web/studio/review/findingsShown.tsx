import type { DeckFile } from '../../../questions/deck.ts';
import type { DeckEdit } from '../../../questions/edit/edit.ts';
import type { Finding, Level } from '../../../questions/lint/finding.ts';
import { acknowledged, mendOf } from './mends.ts';
import type { ReviewItem } from './reviewItem.ts';

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  E: 'To be mended',
  W: 'Doubtful',
  I: 'To know',
};

interface FindingsShownProps {
  readonly item: ReviewItem;
  readonly findings: readonly Finding[];
  readonly file: DeckFile;
  readonly onEdits: (edits: readonly DeckEdit[], said: string) => void;
}

/** What the lint says of a question, each with its mend, or the way to leave it as it is. */
export function FindingsShown({ item, findings, file, onEdits }: FindingsShownProps) {
  if (findings.length === 0) return null;
  return (
    <ul class="review-findings" aria-label="What may be wrong">
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.path.join('/')}`} data-level={finding.level}>
          <p>
            <strong>{LEVEL_WORDS[finding.level]}:</strong> {sentence(finding.message)}
          </p>
          <Ways finding={finding} item={item} file={file} onEdits={onEdits} />
        </li>
      ))}
    </ul>
  );
}

function Ways(props: Omit<FindingsShownProps, 'findings'> & { readonly finding: Finding }) {
  const { item, finding, file, onEdits } = props;
  const mend = mendOf(item, finding, file);
  const mayStay = finding.level !== 'E' && finding.rule !== 'allow-unused';
  if (mend === null && !mayStay) return null;
  return (
    <p class="review-ways">
      {mend !== null && (
        <button type="button" class="quiet-link" onClick={() => onEdits(mend.edits, 'Mended.')}>
          {mend.words}
        </button>
      )}
      {mayStay && (
        <button
          type="button"
          class="quiet-link"
          onClick={() => onEdits([acknowledged(item, finding)], 'Left as it is.')}
        >
          It is fine as it is
        </button>
      )}
    </p>
  );
}

function sentence(message: string): string {
  const whole = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?…]["'”’)]*$/.test(whole) ? whole : `${whole}.`;
}
