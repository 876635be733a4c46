import type { AuthoredQuestion, DeckFile } from './deck.ts';
import { formFindings } from './lint/form.ts';
import { lint } from './lint.ts';
import type { Finding } from './lint/finding.ts';
import { parseDeckFile } from './deckSource.ts';

/** Whether a deck file can be served, with what speaks against it. */
export type Publishable =
  | { readonly ok: true; readonly file: DeckFile }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads a deck file for publishing: drafts stay behind, and what the lint marks with an error in all else blocks. */
export function publishable(yaml: string, document: string, documentSha256: string): Publishable {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) return { ok: false, findings: formFindings(parsed.problems) };
  const { source } = parsed;
  const findings = blocking(source.file, lint(source, document, { sha256: documentSha256, publish: false }));
  return findings.length === 0 ? { ok: true, file: reviewedPart(source.file) } : { ok: false, findings };
}

/** The findings that stop a deck from being published: errors, but for those of drafts and of facts that are drafts only. */
export function blocking(file: DeckFile, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ level, path }) => {
    if (level !== 'E') return false;
    const fact = path[0] === 'facts' ? file.facts[String(path[1])] : undefined;
    if (fact === undefined) return true;
    const question = path[2] === 'questions' ? fact.questions[String(path[3])] : undefined;
    return question === undefined ? isReviewed(fact) : question.draft !== true;
  });
}

/** The deck without the facts of which nothing is reviewed, and without the reasons that these would give. */
export function reviewedPart(file: DeckFile): DeckFile {
  const facts = Object.entries(file.facts).filter(([, fact]) => isReviewed(fact));
  const gone = new Set(Object.keys(file.facts).filter((id) => !facts.some(([kept]) => kept === id)));
  if (gone.size === 0) return file;
  const served = facts.map(([id, fact]) => {
    const questions = Object.entries(fact.questions).map(
      ([name, question]) => [name, withoutReasons(question, gone)] as const,
    );
    return [id, { ...fact, questions: Object.fromEntries(questions) }] as const;
  });
  return { ...file, facts: Object.fromEntries(served) };
}

/** A learner would be shown the id of a fact that is not served. */
function withoutReasons(question: AuthoredQuestion, gone: ReadonlySet<string>): AuthoredQuestion {
  if (!('distractors' in question)) return question;
  const distractors = question.distractors.map(({ text, because }) =>
    because === undefined || gone.has(because) ? { text } : { text, because },
  );
  return { ...question, distractors };
}

function isReviewed({ questions }: DeckFile['facts'][string]): boolean {
  return Object.values(questions).some(({ draft }) => draft !== true);
}
