import { Hono } from 'hono';
import { giveFeedback } from '../../questions/feedback.ts';
import { checkAnswer } from '../../questions/kinds.ts';
import { readBody } from '../body.ts';
import type { Env } from '../env.ts';
import { refuseAt } from '../problem.ts';
import { ANSWER_BYTES_MAX, AskSchema } from '../shapes.ts';
import { viewAsked, type Shelves } from '../shelf.ts';

/** Grading: the one way to learn the key of a sealed deck is to answer. */
export function answerRoutes(shelves: Shelves): Hono<Env> {
  return new Hono<Env>().post('/:deck/answers', async (c) => {
    const shelved = await shelves.at(c.env).deck(c.req.param('deck'));
    const ask = await readBody(c.req.raw, ANSWER_BYTES_MAX, AskSchema);
    const check = checkAnswer(viewAsked(shelved, ask), ask.answer);
    if (check === 'malformed')
      throw refuseAt('answer', 'malformed-answer', 'does not fit what the question offers');
    if (check === 'incomplete') throw refuseAt('answer', 'incomplete-answer', 'leaves something open');
    const feedback = giveFeedback(shelved.deck, shelved.key, shelved.document, ask);
    if (feedback === undefined) throw new Error(`Inconsistent: no key for ${ask.fact}/${ask.question}`);
    return c.json(feedback);
  });
}
