import type { DeckFile } from './deck.ts';
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

/** The deck without its drafts, and without the facts of which nothing is reviewed. */
export function reviewedPart(file: DeckFile): DeckFile {
  const facts = Object.entries(file.facts).filter(([, fact]) => isReviewed(fact));
  return { ...file, facts: Object.fromEntries(facts) };
}

function isReviewed({ questions }: DeckFile['facts'][string]): boolean {
  return Object.values(questions).some(({ draft }) => draft !== true);
}
