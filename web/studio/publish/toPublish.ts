import type { DeckFile } from '../../../questions/deck.ts';
import type { Finding } from '../../../questions/lint/finding.ts';

/** What publishing a deck would serve, and what stands in its way. */
export interface ToPublish {
  /** Questions that a person has accepted. */
  readonly reviewed: number;
  readonly drafts: number;
  /** Errors of what would be served. */
  readonly blocking: readonly Finding[];
}

/** Looks at a deck as the server will: drafts are not served, and block nothing. */
export function toPublish(file: DeckFile, findings: readonly Finding[]): ToPublish {
  const questions = Object.values(file.facts).flatMap((fact) => Object.values(fact.questions));
  const drafts = questions.filter(({ draft }) => draft === true).length;
  const blocking = findings.filter(({ level, path }) => level === 'E' && isServed(file, path));
  return { reviewed: questions.length - drafts, drafts, blocking };
}

/** The `fact/question` or the fact that a finding is about; null where it is about the whole deck. */
export function subjectIn([where, fact, part, question]: Finding['path']): string | null {
  if (where !== 'facts' || fact === undefined) return null;
  return part === 'questions' && question !== undefined ? `${fact}/${question}` : String(fact);
}

function isServed(file: DeckFile, [where, fact, part, question]: Finding['path']): boolean {
  if (where !== 'facts' || fact === undefined) return true;
  const { questions = {} } = file.facts[fact] ?? {};
  if (part === 'questions' && question !== undefined) return questions[question]?.draft !== true;
  return Object.values(questions).some(({ draft }) => draft !== true);
}
