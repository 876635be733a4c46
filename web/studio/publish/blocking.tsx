import type { Finding } from '../../../questions/lint/finding.ts';
import { subjectIn } from './toPublish.ts';

const SHOWN_MAX = 12;

/** What has to be mended before a deck can be published, each with the way to it; nothing where all is well. */
export function Blocking({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section class="error" aria-label="What has to be mended first">
      <h3>{findings.length === 1 ? 'One thing' : `${findings.length} things`} to be mended first</h3>
      <ul class="studio-blocking">
        {findings.slice(0, SHOWN_MAX).map((finding) => (
          <li key={`${finding.rule} ${finding.path.join('/')}`}>
            <Subject finding={finding} /> {finding.message}
          </li>
        ))}
      </ul>
      {findings.length > SHOWN_MAX && <p>And {findings.length - SHOWN_MAX} more.</p>}
    </section>
  );
}

function Subject({ finding }: { readonly finding: Finding }) {
  const subject = subjectIn(finding.path);
  return subject === null ? <>The deck:</> : <a href={`#${subject}`}>{subject}</a>;
}
