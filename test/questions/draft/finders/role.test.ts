import { expect, test } from 'vitest';
import { role } from '../../../../questions/draft/finders/role.ts';
import { faultsIn, foundIn, shortIn } from '../asked.ts';

test('an office beside a name is asked from both ends, at the time of the text', () => {
  expect(
    shortIn(role, 'Yesterday the Estonian president Anna Tamm opened the new harbour of Tallinn.'),
  ).toEqual(
    expect.arrayContaining([
      'Who was the Estonian president when the text was written? Anna Tamm',
      'Which office did Anna Tamm hold when the text was written? Estonian president',
    ]),
  );
});

test('a sentence about another time does not speak of the time of the text', () => {
  const asked = shortIn(
    role,
    'In 1871 the Prussian chancellor Otto Bismarck founded the German Empire in Versailles.',
  );
  expect(asked.filter((prompt) => prompt.includes('when the text was written'))).toEqual([]);
});

test('a name with what it is between commas is asked for by it', () => {
  expect(shortIn(role, 'Vienna, the capital of Austria, lies on the Danube.')).toContain(
    'What is the capital of Austria? Vienna',
  );
  expect(shortIn(role, 'Eugene Cernan, the commander of Apollo 17, was the last man on the Moon.')).toContain(
    'Who was the commander of Apollo 17? Eugene Cernan',
  );
});

test('who is behind something that was made is asked for', () => {
  expect(shortIn(role, 'The University of Vienna was founded by Duke Rudolf IV in 1365.')).toContain(
    'By whom was the University of Vienna founded in 1365? Duke Rudolf IV',
  );
});

test('“it” is named where the sentence before tells what it is', () => {
  const text =
    'Six states belong to the Collective Security Treaty Organization (CSTO). It is a military alliance led by Russia.';
  expect(shortIn(role, text)).toContain(
    'By which country is the Collective Security Treaty Organization led? Russia',
  );
  expect(foundIn(role, text).map(({ statement }) => statement)).toContain(
    'The Collective Security Treaty Organization is led by Russia.',
  );
});

test('what is found is proved by its passage, and no question gives its answer away', () => {
  const text =
    'The Estonian president Anna Tamm, a lawyer who was born in Tartu, spoke to the Riigikogu. The bridge was designed by Gustave Eiffel.';
  expect(foundIn(role, text).length).toBeGreaterThan(1);
  expect(faultsIn(role, text)).toEqual([]);
});
