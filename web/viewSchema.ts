import * as v from 'valibot';
import { StandingSchema } from '../questions/standing.ts';

const prompt = v.string();
const texts = v.array(v.string());

/** What may be known of a question before the answer, one entry a kind. Fields that nobody here reads are dropped. */
export const ViewSchema = v.variant('kind', [
  v.object({ kind: v.literal('choice'), prompt, options: texts }),
  v.object({ kind: v.literal('multiple'), prompt, options: texts }),
  v.object({ kind: v.literal('cloze'), prompt, parts: texts, shows: texts }),
  v.object({ kind: v.literal('short'), prompt, expects: v.picklist(['text', 'date']) }),
  v.object({ kind: v.literal('number'), prompt, unit: v.exactOptional(v.string()) }),
  v.object({ kind: v.literal('list'), prompt, count: v.number() }),
  v.object({ kind: v.literal('order'), prompt, items: texts }),
  v.object({ kind: v.literal('match'), prompt, lefts: texts, rights: texts }),
  v.object({ kind: v.literal('judge'), prompt, claim: v.string(), options: v.array(StandingSchema) }),
  v.object({ kind: v.literal('evidence'), prompt, claim: v.string(), sentences: texts }),
]);
