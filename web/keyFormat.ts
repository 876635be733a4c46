import * as v from 'valibot';

/** The secret that a learner holds: 160 random bits as 32 characters of Crockford's base 32. */
export const LearnerKeySchema = v.pipe(
  v.string(),
  v.regex(/^[0-9A-HJKMNP-TV-Z]{32}$/, 'is not a learner key'),
  v.brand('LearnerKey'),
);
/** The secret that a learner holds. */
export type LearnerKey = v.InferOutput<typeof LearnerKeySchema>;
