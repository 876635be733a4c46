import * as v from 'valibot';
import { JoinCodeSchema, type JoinCode } from '../../questions/classroom/ids.ts';

/**
 * The code in what somebody typed or pasted: small letters, spaces and hyphens are no matter, O is 0, I and L are 1, and of a
 * link what stands behind its #. Undefined where that is no code.
 */
export function joinCodeIn(text: string): JoinCode | undefined {
  const typed = text.slice(text.lastIndexOf('#') + 1).toUpperCase();
  const letters = typed.replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const result = v.safeParse(JoinCodeSchema, letters);
  return result.success ? result.output : undefined;
}

/** A code in two groups, as people read it: "7K2M 9QXA". */
export function joinCodeText(code: JoinCode): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** The link that joins with this code. */
export function joinLink(origin: string, code: JoinCode): string {
  return `${origin}/join#${code}`;
}
