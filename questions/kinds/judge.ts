import * as v from 'valibot';
import type { Kind } from '../kind.ts';
import { STANDINGS, type Standing } from '../standing.ts';
import { Common, Prose } from '../text.ts';
import { judgeOption } from '../options.ts';

/** Who vouches for a claim: is it stated, reported, an opinion or a prediction? The key is the fact's standing. */
export const JudgeSchema = v.strictObject({
  kind: v.literal('judge'),
  /** How the claim is worded; the fact's statement where it is absent. */
  claim: v.exactOptional(Prose),
  ...Common,
});
export type Judge = v.InferOutput<typeof JudgeSchema>;

export interface JudgeView {
  readonly kind: 'judge';
  readonly prompt: string;
  readonly claim: string;
  readonly options: readonly Standing[];
}

export const judge: Kind<Judge, JudgeView, string> = {
  view: ({ claim }, asked) =>
    claim === undefined && asked.sealed
      ? undefined
      : {
          kind: 'judge',
          prompt: 'How does this claim stand in the text?',
          claim: claim ?? asked.statement,
          options: STANDINGS,
        },
  accepts: (view, answer): answer is string => view.options.some((option) => option === answer),
  complete: () => true,
  grade: (_question, answer, asked) => judgeOption(answer, asked.standing, []),
  solution: (_question, asked) => [asked.standing],
};
