import { useFindings } from '../../linting/findings.ts';
import { findingsBySubject, findingsOf } from '../reviewItem.ts';

/** What the lint will say of a question once it is saved as it stands in the editor. */
export function TrialFindings(props: {
  /** The deck file as it will be. */
  readonly yaml: string;
  readonly document: string;
  /** `fact/question`. */
  readonly about: string;
}) {
  const { yaml, document, about } = props;
  const findings = useFindings(yaml, document);
  const [factId = ''] = about.split('/');
  const own = findingsOf({ ref: about, factId }, findingsBySubject(findings));
  return (
    <ul class="review-findings" aria-label="What may be wrong" aria-live="polite">
      {own.map(({ rule, level, path, message }) => (
        <li key={`${rule} ${path.join('/')}`} data-level={level}>
          <strong>{level === 'E' ? 'To be mended:' : 'Doubtful:'}</strong> {message}
        </li>
      ))}
    </ul>
  );
}
