import { expect, test } from 'vitest';
import { definition } from '../../../../questions/draft/finders/definition.ts';
import { clozesIn, faultsIn, foundIn, shortIn } from '../asked.ts';

test('a short meaning is asked for, a long one asks for its term', () => {
  expect(shortIn(definition, 'The Moon is the only natural satellite of the Earth.')).toContain(
    'What is the Moon? natural satellite of the Earth',
  );
  expect(
    shortIn(definition, 'An isotope is a variant of an element with a different number of neutrons.'),
  ).toContain('What is the name for a variant of an element with a different number of neutrons? isotope');
});

test('the kind of thing is a gap as well', () => {
  expect(
    clozesIn(definition, 'The yeast is a single-celled fungus that feeds on starch and sugar.'),
  ).toContain('The yeast is a {{single-celled fungus|phrase}} that feeds on starch and sugar.');
});

test.each([
  [
    'The share of water in a dough is called hydration.',
    'What is the share of water in a dough called? hydration',
  ],
  [
    'Mitochondria are often referred to as the powerhouse of the cell.',
    'What are Mitochondria often referred to as? powerhouse of the cell',
  ],
  [
    'A slight rocking, called libration, lets an observer see more than half of the Moon.',
    'What is a slight rocking called? libration',
  ],
  ['What surrounds the Moon is an exosphere.', 'What surrounds the Moon? exosphere'],
])('a name that is given is asked for: %s', (text, expected) => {
  expect(shortIn(definition, text)).toContain(expected);
});

test('a name with what it is between commas is asked for by it and by what it did', () => {
  expect(
    shortIn(definition, 'Louis Pasteur, a French chemist, discovered the cause of fermentation.'),
  ).toContain('Which French chemist discovered the cause of fermentation? Louis Pasteur');
});

test.each([
  'This is a problem.',
  'It is a good example of what can go wrong.',
  'The aim of the treaty is to limit weapons.',
  'The result was not a success for the company.',
  'What counts is the difference between the two pulls.',
])('nothing is defined by: %s', (text) => {
  expect(foundIn(definition, text)).toEqual([]);
});

test('what is found is proved by its passage, and no question gives its answer away', () => {
  const text =
    'Photosynthesis is the process by which plants turn light into sugar. A neuron is a nerve cell that carries signals.';
  expect(foundIn(definition, text).length).toBeGreaterThan(1);
  expect(faultsIn(definition, text)).toEqual([]);
});
