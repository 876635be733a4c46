import * as v from 'valibot';
import { JoinCodeSchema, type ActId, type ClassId, type JoinCode } from '../../questions/classroom/ids.ts';
import { crockford } from './crockford.ts';
import { macOf } from './signing.ts';

/**
 * The code of a class under an act: 40 bits of an HMAC, so that a retry gives the same one, and nobody without the secret
 * any. Of a million classes' codes, one in a million is another's too: the later class then has it, the earlier takes a new one.
 */
export async function joinCodeOf(secret: string, of: ClassId, act: ActId): Promise<JoinCode> {
  return v.parse(JoinCodeSchema, crockford(await macOf(secret, 'code', `${of}/${act}`), 8));
}
