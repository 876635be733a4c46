import * as v from 'valibot';
import type { Refusal } from '../problem.ts';

/** A part of the address that names something of a class; refused as what is not there. */
export function readId<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  refusal: () => Refusal,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (!result.success) throw refusal();
  return result.output;
}
