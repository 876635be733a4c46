import { expect, test } from 'vitest';
import { quantity } from '../../../../questions/draft/finders/quantity.ts';
import { answersIn, askedOf, promptsOf } from '../askedOf.ts';
import { foundBy } from '../sentencesIn.ts';

const prompts = (document: string) => promptsOf(foundBy(quantity, document));

test.each([
  ['The heart has four chambers.', 'How many chambers does the heart have? 4 chambers'],
  [
    'About 4 thousand soldiers arrived in Kazakh territory.',
    'About how many soldiers arrived in Kazakh territory? 4000 soldiers',
  ],
  ['The river Nile is 6,650 km long.', 'How many km long is the river Nile? 6650 km'],
  ['The sea near Bergen rose by 120 metres.', 'By how many metres did the sea near Bergen rise? 120 metres'],
  [
    'The treaty of Rome was signed by six states.',
    'By how many states was the treaty of Rome signed? 6 states',
  ],
  [
    'Water covers 71 percent of the surface of the Earth.',
    'What percentage of the surface of the Earth does Water cover? 71 %',
  ],
  ['About a fifth of the gas comes from Norway.', 'About what percentage of the gas comes from Norway? 20 %'],
  ['The bridge in Oslo cost $3.5 million.', 'How many dollars did the bridge in Oslo cost? 3500000 dollars'],
  [
    'The heart of a mouse beats about 600 times a minute.',
    'About how many times a minute does the heart of a mouse beat? 600 times',
  ],
  [
    'Most historians put the founding of Rome in Italy. Rome was founded about 2,700 years ago.',
    'About how many years ago was Rome founded? 2700 years',
  ],
  [
    'With a diameter of 3,474 kilometres the Moon is a large satellite.',
    'What is the diameter of the Moon, in kilometres? 3474 kilometres',
  ],
])('%s', (document, question) => {
  expect(prompts(document)).toContain(question);
});

test('asks an instruction with "should you"', () => {
  expect(prompts('Bake the loaf for 20 minutes with the lid on.')).toEqual([
    'For how many minutes should you bake the loaf with the lid on? 20 minutes',
  ]);
});

test('asks for a part that is no round percentage in words', () => {
  expect(prompts('Coffee from Brazil is drunk by a third of the people of Spain.')).toEqual([
    'By what fraction of the people of Spain is Coffee from Brazil drunk? a third',
  ]);
});

test('keeps a number that is only roughly said in words', () => {
  const document =
    'Since the independence of the country, the Chinese have invested tens of billions of dollars in Kazakhstan.';
  expect(prompts(document)).toEqual([
    'Since the independence of the country, how much money have the Chinese invested in Kazakhstan? tens of billions of dollars',
  ]);
});

test('makes a gap of the number where no good question can be made', () => {
  const document =
    'Russia and Kazakhstan share one of the longest land borders in the world – 7 thousand kilometers.';
  expect(askedOf(foundBy(quantity, document))).toEqual([
    'Russia and Kazakhstan share one of the longest land borders in the world – {{7 thousand|number}} kilometers.',
  ]);
});

test('puts the name for a pronoun of which the sentence before tells the meaning', () => {
  expect(prompts('The Moon is a satellite. It has twelve large craters.')).toEqual([
    'How many large craters does the Moon have? 12 craters',
  ]);
});

test('does not ask with a pronoun that nothing explains', () => {
  expect(prompts('It has twelve craters. They have three doors.')).toEqual([]);
});

test('asks for none of two amounts that "and" joins', () => {
  expect(
    prompts('The ships from Spain brought twelve people and 382 kilograms of gold to the harbour.'),
  ).toEqual([]);
  expect(
    askedOf(
      foundBy(
        quantity,
        'In the harbour of Bristol high tides follow one another every 12 hours and 25 minutes.',
      ),
    ),
  ).toEqual([
    'In the harbour of Bristol high tides follow one another every {{12 hours and 25 minutes|how long}}.',
  ]);
});

test('takes no year, date, chapter or name for an amount', () => {
  const document =
    'In 1969 Apollo 11 landed, as chapter 3 says. On 20 July 1969 the crew rested. One of the men slept.';
  expect(answersIn(document, foundBy(quantity, document))).toEqual([]);
});

test('asks nothing of what a sentence holds for doubtful, or asks itself', () => {
  expect(
    foundBy(
      quantity,
      'It is difficult to think that 4,000 soldiers can make a difference in a large country.',
    ),
  ).toSatisfy((facts: readonly { forms: readonly { question: { kind: string } }[] }[]) =>
    facts.every(({ forms }) => forms.every(({ question }) => question.kind === 'cloze')),
  );
  expect(foundBy(quantity, 'Why does the Earth have only one moon and not twelve large moons?')).toEqual([]);
});

test('says whose claim it is where the document does not vouch for it', () => {
  const facts = foundBy(quantity, 'The city of Bergen will have 300,000 inhabitants.', {
    standingOf: () => ({ standing: 'prediction', by: 'the author' }),
  });
  expect(promptsOf(facts)).toEqual([
    'According to the author, how many inhabitants will the city of Bergen have? 300000 inhabitants',
  ]);
  expect(facts[0]).toMatchObject({ standing: 'prediction', by: 'the author' });
});

test('the passage is verbatim and holds the answer', () => {
  const document = 'Some words.\n\nThe heart of a horse\nhas four chambers, as that of a man.';
  const [fact] = foundBy(quantity, document);
  expect(document.slice(fact?.passage.start, fact?.passage.end)).toBe(
    'The heart of a horse\nhas four chambers, as that of a man.',
  );
  expect(answersIn(document, fact === undefined ? [] : [fact])).toEqual(['four']);
});

test('leaves both ends of a range open, and asks for none of its numbers alone', () => {
  const document = 'One patient with measles infects 12 to 18 others in a room of 4 by 5 metres.';
  expect(askedOf(foundBy(quantity, document))).toEqual([
    'One patient with measles infects {{12|number}} to {{18|number}} others in a room of 4 by 5 metres.',
  ]);
});

test('says a bound at the end of the question', () => {
  expect(prompts('The press of Mainz could print up to 3,600 pages a day.')).toEqual([
    'How many pages a day could the press of Mainz print at most? 3600 pages',
  ]);
});

test('asks for a number below zero', () => {
  expect(prompts('At the poles of the Moon the temperature falls to −130 °C at night.')).toEqual([
    'At the poles of the Moon, to how many °C does the temperature fall at night? -130 °C',
  ]);
});
