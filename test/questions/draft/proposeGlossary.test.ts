import { expect, test } from 'vitest';
import { proposeGlossary } from '../../../questions/draft/proposeGlossary.ts';
import { sentencesIn } from './sentencesIn.ts';

function glossaryOf(document: string) {
  return proposeGlossary(document, sentencesIn(document));
}

test('an acronym is an alias of what it stands for', () => {
  expect(
    glossaryOf('In 1949 twelve states founded the North Atlantic Treaty Organization (NATO).'),
  ).toMatchObject({
    'North Atlantic Treaty Organization': { kind: 'organisation', aliases: ['NATO'] },
  });
});

test('a surname that stands alone elsewhere is an alias of the full name', () => {
  const text = 'The chemist Marie Curie was born in Warsaw. In 1903 a prize went to Curie and her husband.';
  expect(glossaryOf(text)).toMatchObject({
    'Marie Curie': { kind: 'person', aliases: ['Curie'] },
    Warsaw: { kind: 'place' },
  });
});

test('a surname that two persons share is the alias of neither', () => {
  const text =
    'The chemist Marie Curie met the physicist Pierre Curie. They married, and Curie became a common name in physics.';
  const { 'Marie Curie': one, 'Pierre Curie': other } = glossaryOf(text);
  expect([one?.aliases, other?.aliases]).toEqual([[], []]);
});

test('a title, a word such as company or a country tells what a name names', () => {
  const text =
    'Last year president Ana Solberg visited Norway. Many companies, including Orkla, sent their directors to the Black Sea.';
  const kinds = Object.entries(glossaryOf(text)).map(([name, { kind }]) => `${name}: ${kind}`);
  expect(kinds).toEqual(
    expect.arrayContaining([
      'Ana Solberg: person',
      'Norway: place',
      'Orkla: organisation',
      'Black Sea: place',
    ]),
  );
});

test('a nationality before a noun, a day and a capital at the beginning of a sentence are no names', () => {
  const text = 'Bread fed the French army. On Monday the French army moved on. Salt was scarce.';
  expect(Object.keys(glossaryOf(text))).toEqual([]);
});

test('a term that comes again and again is proposed, its plural as an alias', () => {
  const text =
    'A nerve cell has a long fibre. Each nerve cell speaks to others. Nerve cells live long. The nerve cells need oxygen.';
  expect(glossaryOf(text)).toMatchObject({ 'nerve cell': { kind: 'term', aliases: ['nerve cells'] } });
});

test('no form stands under two names', () => {
  const text =
    'The European Union (EU) is large. The European University (EU) is small. President Ann Lee met Mr Bob Lee. Lee smiled.';
  const forms = Object.entries(glossaryOf(text)).flatMap(([name, { aliases }]) => [name, ...aliases]);
  expect(new Set(forms).size).toBe(forms.length);
});
