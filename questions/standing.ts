import * as v from 'valibot';

/** Who vouches for a fact: the document, somebody it reports, an opinion, or a prediction. */
export const STANDINGS = ['stated', 'reported', 'opinion', 'prediction'] as const;
export const StandingSchema = v.picklist(STANDINGS);
export type Standing = v.InferOutput<typeof StandingSchema>;
