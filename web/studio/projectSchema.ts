import * as v from 'valibot';
import { DeckIdSchema } from '../../questions/ids.ts';
import type { Reason } from '../../questions/draft/finder.ts';
import { DeckNameSchema, RevisionSchema } from '../../questions/publish.ts';
import type { Project } from './openProject.ts';

const REASONS = {
  quantity: true,
  date: true,
  year: true,
  role: true,
  acronym: true,
  enumeration: true,
  definition: true,
  cause: true,
  purpose: true,
  comparison: true,
  superlative: true,
  action: true,
  table: true,
  step: true,
  model: true,
} satisfies Record<Reason, true>;

function isReason(text: string): text is Reason {
  return Object.hasOwn(REASONS, text);
}

const WhySchema = v.object({
  reason: v.pipe(v.string(), v.guard(isReason)),
  confidence: v.number(),
});

/** Why questions were proposed. Of a reason that another version of the app gave, nothing is known. */
const ReasonsSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((all) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([name, why]) => {
        const known = v.safeParse(WhySchema, why);
        return known.success ? [[name, known.output] as const] : [];
      }),
    ),
  ),
);

/** A row of `projects`. */
export const ProjectSchema: v.GenericSchema<unknown, Project> = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)),
  name: DeckNameSchema,
  yaml: v.string(),
  document: v.string(),
  offered: v.string(),
  reasons: ReasonsSchema,
  published: v.exactOptional(
    v.object({ id: DeckIdSchema, revision: RevisionSchema, publishedAtMs: v.number() }),
  ),
  savedAtMs: v.number(),
});
