import * as v from 'valibot';

/** One line of an author's text: 1 to 300 characters, no line break. */
export const Line = v.pipe(
  v.string(),
  v.nonEmpty('is empty'),
  v.maxLength(300),
  v.regex(/^[^\n\r]*$/, 'has a line break'),
);

/** An author's prose: 1 to 2,000 characters. */
export const Prose = v.pipe(v.string(), v.nonEmpty('is empty'), v.maxLength(2000));

/** A moment as an author writes it: 2026-11-24T19:00:00Z. */
export const Timestamp = v.pipe(v.string(), v.isoTimestamp('is not a moment such as 2026-11-24T19:00:00Z'));

/** An author's key for a fact, a question, a tag or a lint rule; frozen when made. */
export const Id = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id: lower-case words and digits joined by hyphens'),
);

/** A wrong option, or a confusion to refuse, and what proves it wrong: a fact's id (one word) or the author's words. */
export const Distractor = v.strictObject({ text: Line, because: v.exactOptional(Prose) });
export type Distractor = v.InferOutput<typeof Distractor>;

/** What every authored question may carry. */
export const Common = {
  hint: v.exactOptional(Prose),
  explanation: v.exactOptional(Prose),
  inferred: v.exactOptional(v.boolean()),
  draft: v.exactOptional(v.boolean()),
  allow: v.optional(v.array(Id), []),
};

/** Forms accepted beside the answer and its glossary aliases. */
export const Accept = v.optional(v.array(Line), []);
