import * as v from 'valibot';
import { NameSchema } from '../../../questions/classroom/ids.ts';

/** What is wrong with a name that people will see, in a sentence; empty where nothing is. */
export function nameProblem(name: string): string {
  const result = v.safeParse(NameSchema, name);
  return result.success ? '' : `The name ${result.issues[0].message}.`;
}
