import { Hono } from 'hono';
import { CheckReceiptSchema } from '../../questions/classroom/api.ts';
import { readBody } from '../body.ts';
import { receiptOf } from '../classroom/receipt.ts';
import { secretOf } from '../classroom/signing.ts';
import type { Env } from '../env.ts';
import { ANSWER_BYTES_MAX } from '../shapes.ts';

/** Whether a receipt is this server's, and what it is for: whoever has it may ask. */
export function receiptRoutes(): Hono<Env> {
  return new Hono<Env>().post('/', async (c) => {
    const secret = secretOf(c.env);
    const { receipt } = await readBody(c.req.raw, ANSWER_BYTES_MAX, CheckReceiptSchema);
    return c.json(await receiptOf(secret, receipt));
  });
}
