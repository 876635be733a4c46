/** A retain assignment as it is kept and told: one student's memory of its facts. */
import * as v from 'valibot';
import { FactIdSchema } from '../ids.ts';
import { MemberIdSchema, MomentSchema } from './ids.ts';

/** The most facts of one report: 64 KB hold them, whatever their names. */
export const FACTS_REPORTED_MAX = 300;

/** Where one fact stands in a student's memory; a fact that was never answered is left out. */
export const FactStandingSchema = v.strictObject({
  fact: FactIdSchema,
  /** Days until recall falls to 0.9. */
  stability: v.pipe(v.number(), v.minValue(0.001), v.maxValue(36_500)),
  lastAtMs: MomentSchema,
  /** The first answer on or after the date: what recall was predicted for that moment, and whether it was right. */
  check: v.exactOptional(
    v.strictObject({ predicted: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), right: v.boolean() }),
  ),
});
export type FactStanding = v.InferOutput<typeof FactStandingSchema>;

/** A student's standing in a retain assignment: a fold over the student's own log, made in the browser after each session. */
export const StandingReportSchema = v.strictObject({
  facts: v.pipe(v.array(FactStandingSchema), v.maxLength(FACTS_REPORTED_MAX)),
  /** What the plan asks a day, in minutes. */
  minutesADay: v.pipe(v.number(), v.minValue(0), v.maxValue(600)),
});
export type StandingReport = v.InferOutput<typeof StandingReportSchema>;

/** A report as it is kept, the latest of each student. */
export const KeptStandingSchema = v.strictObject({
  member: MemberIdSchema,
  sentAtMs: MomentSchema,
  report: StandingReportSchema,
});
export type KeptStanding = v.InferOutput<typeof KeptStandingSchema>;
