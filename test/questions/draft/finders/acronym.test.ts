import { expect, test } from 'vitest';
import { acronym } from '../../../../questions/draft/finders/acronym.ts';
import { askedOf } from '../askedOf.ts';
import { foundBy } from '../sentencesIn.ts';

test('asks what the letters stand for, and for the words that they are the beginnings of', () => {
  const facts = foundBy(acronym, 'He turned to the Collective Security Treaty Organization (Csto) for help.');
  expect(askedOf(facts)).toEqual([
    'What does CSTO stand for? Collective Security Treaty Organization',
    'The letters CSTO stand for {{Collective|word}} {{Security|word}} Treaty Organization.',
    'Which letters are short for Collective Security Treaty Organization? CSTO',
  ]);
  expect(facts[0]?.statement).toBe('CSTO stands for Collective Security Treaty Organization.');
});

test('reads the letters before their name', () => {
  const facts = foundBy(
    acronym,
    'It is one of the members of the Sco – Shanghai Cooperation Organization – in Asia.',
  );
  expect(askedOf(facts)).toContain('What does SCO stand for? Shanghai Cooperation Organization');
});

test('is less sure where the letters are not those of the name', () => {
  const [fact] = foundBy(acronym, 'CERN, the European Organization for Nuclear Research, is in Geneva.');
  expect(fact?.forms.every(({ confidence }) => confidence <= 0.7)).toBe(true);
});

test('takes no word in brackets for an acronym', () => {
  expect(foundBy(acronym, 'The capital of the Federal Republic (Berlin) is large.')).toEqual([]);
});
