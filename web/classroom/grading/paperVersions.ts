import * as v from 'valibot';
import { PaperSchema } from '../../../questions/classroom/api.ts';
import { ViewSchema } from '../../viewSchema.ts';
import { askServer, type Said } from '../../askServer.ts';

/** A question of a kind that this page can print. */
export const PrintedQuestionSchema = v.object({
  ...PaperSchema.entries.questions.item.entries,
  view: ViewSchema,
});
export type PrintedQuestion = v.InferOutput<typeof PrintedQuestionSchema>;

const PrintedSchema = v.object({ ...PaperSchema.entries, questions: v.array(PrintedQuestionSchema) });
type Printed = v.InferOutput<typeof PrintedSchema>;

/** The most versions that are printed at once. */
export const VERSIONS_MAX = 6;

/** A version of a test: its letter, and the seed from which its questions and orders follow. */
export interface Version {
  readonly letter: string;
  readonly seed: string;
}

/** So many versions from one seed (1 to 24 letters, digits or hyphens): the same seed gives the same versions. */
export function versionsOf(seed: string, count: number): readonly Version[] {
  return Array.from('ABCDEF'.slice(0, count), (letter) => ({ letter, seed: `${seed}-${letter}` }));
}

/** What an address or a field says as a seed; undefined where it cannot be one. */
export function seedFrom(text: string | null): string | undefined {
  const seed = (text ?? '').trim();
  return /^[0-9A-Za-z-]{1,24}$/.test(seed) ? seed : undefined;
}

/** A test as one version asks it. */
export interface PrintedPaper {
  readonly version: Version;
  readonly paper: Printed;
}

/** Fetches every version; the first refusal stands for all. */
export async function askPapers(
  classId: string,
  assignment: string,
  versions: readonly Version[],
): Promise<Said<readonly PrintedPaper[]>> {
  const path = `/classes/${classId}/assignments/${assignment}/paper`;
  const asked = versions.map(async (version) => ({
    version,
    said: await askServer('GET', `${path}?seed=${version.seed}`, PrintedSchema),
  }));
  const papers: PrintedPaper[] = [];
  for (const { version, said } of await Promise.all(asked)) {
    if (!said.ok) return said;
    papers.push({ version, paper: said.value });
  }
  return { ok: true, value: papers };
}
