import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SHAPES } from '../../worker/shapes.ts';
import { answer, problemOf } from './ask.ts';

async function feedback(fact: string, question: string, given: unknown) {
  const response = await answer(fact, question, given);
  expect(response.status).toBe(200);
  return v.parse(SHAPES.Feedback, await response.json());
}

describe('POST /decks/:deck/answers', () => {
  it('grades every kind', async () => {
    const outcomes = [
      await feedback('stone-pier-finished', 'which-year', '1871'),
      await feedback('stone-pier-finished', 'year-gap', ['1871']),
      await feedback('stone-pier-length', 'how-long', '340 m'),
      await feedback('stone-pier-engineer', 'who-designed', 'Brandt'),
      await feedback('three-trades', 'name-the-three', ['rope', 'salt']),
      await feedback('fleet-moved', 'where-to', 'Tarn Point'),
      await feedback('railway-laid', 'what-came-first', [
        'The stone pier is finished',
        'The narrow railway is laid',
        'The fishing fleet moves away',
      ]),
      await feedback('channel-depth', 'how-it-stands', 'reported'),
      await feedback('cranes', 'who-holds-what', [
        ['The council', 'expects a battery ferry'],
        ['The harbour master', 'want the old jetty back'],
        ['Many townspeople', 'dislike the cranes'],
      ]),
      await feedback('ferry-now', 'true-of-it', ['It burns diesel', 'It crosses twice a day']),
      await feedback(
        'stone-pier-engineer',
        'evidence',
        'The engineer Ilse Brandt designed it after a storm had carried the wooden jetty away.',
      ),
    ].map(({ verdict }) => verdict.outcome);
    expect(outcomes).toEqual([
      'right',
      'right',
      'right',
      'right',
      'partial',
      'wrong',
      'right',
      'right',
      'partial',
      'right',
      'right',
    ]);
  });

  it('tells the passage and the solution after a wrong answer, and after "I do not know"', async () => {
    for (const given of ['Tarn Point', null]) {
      const { verdict, told } = await feedback('fleet-moved', 'where-to', given);
      expect(verdict.outcome).toBe('wrong');
      expect(told).toMatchObject({
        solution: ['Orvik'],
        statement: 'The fishing fleet moved to Orvik in 1932.',
      });
    }
  });

  it('names no other fact as the reason, because that fact is still to be asked', async () => {
    const { told } = await feedback('ferry-now', 'true-of-it', ['It runs on batteries']);
    expect(JSON.stringify(told)).not.toMatch(/2040/);
  });

  it('says 404 for a fact, and for a question, that the deck does not ask', async () => {
    expect(await problemOf(await answer('atlantis', 'which-year', '1'))).toMatchObject({
      status: 404,
      code: 'unknown-fact',
    });
    expect(await problemOf(await answer('cranes', 'which-year', '1'))).toMatchObject({
      status: 404,
      code: 'unknown-question',
    });
  });

  it('says 422 for an answer that does not fit the question or is not complete', async () => {
    for (const [question, given, code] of [
      ['stone-pier-finished/which-year', ['1871'], 'malformed-answer'],
      ['stone-pier-finished/which-year', '  ', 'incomplete-answer'],
      ['stone-pier-finished/year-gap', ['1871', '1872'], 'malformed-answer'],
      ['fleet-moved/where-to', 'Atlantis', 'malformed-answer'],
      ['ferry-now/true-of-it', [], 'incomplete-answer'],
      ['railway-laid/what-came-first', ['The narrow railway is laid'], 'malformed-answer'],
      ['cranes/who-holds-what', [['The council', 'expects a battery ferry']], 'incomplete-answer'],
      ['stone-pier-engineer/evidence', 'No such sentence.', 'malformed-answer'],
    ] as const) {
      const [fact = '', id = ''] = question.split('/');
      expect(await problemOf(await answer(fact, id, given)), question).toMatchObject({
        status: 422,
        code,
        problems: [{ path: 'answer' }],
      });
    }
  });

  it('tells nothing but the reason where the answer is unclear', async () => {
    for (const [fact, question, given] of [
      ['stone-pier-finished', 'which-year', 'long ago'],
      ['stone-pier-finished', 'year-gap', ['?']],
      ['stone-pier-length', 'how-long', '340 kg'],
      ['stone-pier-length', 'how-long', 'very'],
    ] as const) {
      const said = await feedback(fact, question, given);
      expect(said, String(given)).toEqual({
        verdict: { outcome: 'again', reason: said.verdict.reason, share: 0 },
      });
    }
  });

  it('tells nothing of one blank, right or wrong, while the other is unclear', async () => {
    const unclear = { verdict: { outcome: 'again', reason: 'not-a-date', share: 0 } };
    for (const designer of ['Ilse Brandt', 'Brandt', 'Ilse Brant', 'Tomas Reyle']) {
      const response = await answer('stone-pier-engineer', 'designer-and-year', [designer, 'long ago']);
      expect(response.status).toBe(200);
      expect(await response.json(), designer).toEqual(unclear);
    }
    const clear = await feedback('stone-pier-engineer', 'designer-and-year', ['Ilse Brandt', '1872']);
    expect(clear.verdict).toMatchObject({ outcome: 'partial', share: 0.5 });
    expect(clear.verdict.items).toHaveLength(2);
  });
});
