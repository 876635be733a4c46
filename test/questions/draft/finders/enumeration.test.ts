import { expect, test } from 'vitest';
import { blocksOf } from '../../../../questions/draft/blocks.ts';
import { enumeration } from '../../../../questions/draft/finders/enumeration.ts';
import { answersIn, askedOf, promptsOf } from '../askedOf.ts';
import { foundBy } from '../sentencesIn.ts';

const prompts = (document: string) =>
  promptsOf(foundBy(enumeration, document, { blocks: blocksOf(document) }));

test.each([
  ['The primary colours are red, yellow and blue.', 'Name the three primary colours. red, yellow, blue'],
  [
    'The three parts of an insect are the head, the thorax and the abdomen.',
    'Name the three parts of an insect. head, thorax, abdomen',
  ],
  [
    'The alliance has three members: France, Spain and Italy.',
    'Which three members does the alliance have? France, Spain, Italy',
  ],
  [
    'The beans of Kenya come from Brazil, Vietnam and Colombia.',
    'From which three countries do the beans of Kenya come? Brazil, Vietnam, Colombia',
  ],
  [
    'The granite of Wales is composed of quartz, feldspar and mica.',
    'Of which three things is the granite of Wales composed? quartz, feldspar, mica',
  ],
  [
    'Minerals such as iron, zinc and copper are found in leafy vegetables.',
    'According to the text, which three minerals are found in leafy vegetables? iron, zinc, copper',
  ],
  [
    'A war broke out between France and Prussia in 1870.',
    'Between which two countries did a war break out in 1870? France, Prussia',
  ],
  [
    'Russia and Kazakhstan share one of the longest land borders in the world.',
    'Which two countries share one of the longest land borders in the world? Russia, Kazakhstan',
  ],
  ['You will need:\n\n- flour\n- water\n- salt', 'Which three things will you need? flour, water, salt'],
  [
    'The main types of bread are:\n\n- white bread\n- rye bread',
    'Name the two main types of bread. white bread, rye bread',
  ],
])('%s', (document, question) => {
  expect(prompts(document)).toEqual([question]);
});

test('asks for the amounts of a list, and for its things without them', () => {
  expect(prompts('The dough has two ingredients:\n\n- 500 g white flour\n- 350 g water')).toEqual([
    'Which two ingredients does the dough have? white flour, water',
    'How many g of white flour does the dough have? 500 g',
    'How many g of water does the dough have? 350 g',
  ]);
});

test('does not say that a list is complete where the text says that it is not', () => {
  const document =
    'The CSTO sent soldiers. It is an alliance led by Russia and composed, in addition to the latter, of Kazakhstan, Belarus, Armenia and Tajikistan.';
  const glossary = { CSTO: { kind: 'organisation', aliases: [] } };
  expect(promptsOf(foundBy(enumeration, document, { glossary }))).toEqual([
    'Which four countries does the text list as parts of the CSTO? Kazakhstan, Belarus, Armenia, Tajikistan',
  ]);
});

test('leaves one of a row open where the whole cannot be asked for', () => {
  const document =
    'On the third morning she took bread, cheese and wine, because the way to the castle was long.';
  const asked = askedOf(foundBy(enumeration, document));
  expect(asked.some((text) => text.includes('{{cheese|one of the row}}'))).toBe(true);
});

test('takes neither years nor mixed words for a row of things', () => {
  expect(foundBy(enumeration, 'The revolutions of 2005, 2010 and 2020 failed.')).toEqual([]);
  expect(foundBy(enumeration, 'The basin is the largest, deepest and oldest crater.')).toEqual([]);
});

test('every thing of a row is an answer, verbatim', () => {
  const document = 'The alliance has three members: France, Spain\nand Italy.';
  expect(answersIn(document, foundBy(enumeration, document))).toEqual(['France', 'Spain', 'Italy']);
});

test('leaves a list with sentences for items alone', () => {
  const items = [
    'The first thing is that nobody knows what it is',
    'The second is that it never ends at all',
  ];
  expect(prompts(`Two things are odd:\n\n${items.map((item) => `- ${item}`).join('\n')}`)).toEqual([]);
});

test('asks for what a sentence announces before its colon', () => {
  expect(prompts('Three inventions made the press possible: ink, metal type and the screw press.')).toEqual([
    'Which three inventions made the press possible? ink, metal type, screw press',
  ]);
});
