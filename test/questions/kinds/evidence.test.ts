import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../questions/kinds.ts';
import { askedAbout, outcome, question, viewFor } from './asked.ts';

const evidence = question({ kind: 'evidence' });
const PROOF = 'It is an alliance led by Russia and composed of Belarus and Armenia.';

describe('evidence', () => {
  test.each([
    [PROOF, 'right'],
    ['Nobody left it.', 'wrong'],
    ['Somebody left it.', 'malformed'],
    ['an alliance led by Russia', 'malformed'],
    [1, 'malformed'],
    [null, 'wrong'],
  ])('%j is %s', (answer, expected) => expect(outcome(evidence, answer)).toBe(expected));

  test('every sentence that the passage reaches into proves it', () => {
    const across = askedAbout('Belarus and Armenia. Nobody left');
    expect(outcome(evidence, PROOF, across)).toBe('right');
    expect(outcome(evidence, 'Nobody left it.', across)).toBe('right');
  });

  test('offers at most five sentences of the document, in their order, the proof among them', () => {
    const view = viewFor(evidence);
    if (view.kind !== 'evidence') throw new Error('another kind');
    const { document } = askedAbout();
    const places = view.sentences.map((sentence) => document.indexOf(sentence));
    expect(view.sentences).toContain(PROOF);
    expect(view.sentences.length).toBeLessThanOrEqual(5);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('a title such as "Dr." does not end a sentence', () => {
    const view = viewFor(evidence, askedAbout('The border is 7 thousand'));
    expect(view).toMatchObject({ sentences: expect.arrayContaining(['Dr. Ode disagrees.']) as unknown });
  });

  test('in a sealed deck asks with a question of the fact instead of the statement, which would give the key away', () => {
    expect(viewFor(evidence, askedAbout(undefined, { sealed: true }))).toMatchObject({
      claim: 'Who leads the pact?',
    });
    expect(viewOf(evidence, askedAbout(undefined, { sealed: true, prompts: [] }))).toBeUndefined();
  });
});
