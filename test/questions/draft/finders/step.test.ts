import { expect, test } from 'vitest';
import { blocksOf } from '../../../../questions/draft/blocks.ts';
import { step } from '../../../../questions/draft/finders/step.ts';
import { askedOf, promptsOf } from '../askedOf.ts';
import { foundBy } from '../sentencesIn.ts';

const BAKING =
  '## Baking\n\n1. Heat the oven.\n2. Turn the loaf out. It is heavy.\n3. Score the loaf with a blade.\n';
const found = (document: string) => foundBy(step, document, { blocks: blocksOf(document) });

test('asks for the order of the steps, and for what comes after each', () => {
  expect(promptsOf(found(BAKING))).toEqual([
    'Put these steps of “Baking” in order, the first at the top. Heat the oven > Turn the loaf out > Score the loaf with a blade',
    'In “Baking”, what comes right after “Heat the oven”? Turn the loaf out',
    'In “Baking”, what comes right after “Turn the loaf out”? Score the loaf with a blade',
  ]);
});

test('a numbered list that tells nobody what to do has no steps', () => {
  expect(found('## Kings\n\n1. William of Normandy\n2. William the Second\n3. Henry the First\n')).toEqual(
    [],
  );
});

test('two lists are two procedures', () => {
  const two = `${BAKING}\n## Washing\n\n1. Fill the sink.\n2. Wash the plates.\n3. Dry the plates.\n`;
  const orders = promptsOf(found(two)).filter((prompt) => prompt.startsWith('Put these'));
  expect(orders).toHaveLength(2);
  expect(orders[1]).toContain('Fill the sink > Wash the plates > Dry the plates');
});

test('more steps than can be put in order are asked for by the first of them', () => {
  const many = Array.from(
    { length: 10 },
    (_, at) => `${at + 1}. Add the powder with the number ${at + 1}.`,
  ).join('\n');
  const [order] = promptsOf(found(`## Mixing\n\n${many}\n`));
  expect(order).toMatch(/^Put the first eight steps of “Mixing” in order/);
});

test('makes a gap of what a warning warns of', () => {
  expect(askedOf(found('Never mix the bleach in the blue bottle with any kind of ammonia.'))).toEqual([
    'Never mix the bleach in the blue bottle with any kind of {{ammonia|what}}.',
  ]);
  expect(found('Some craters near the poles of the Moon never see any sunlight at all.')).toEqual([]);
});
