import * as v from 'valibot';
import { expect, test } from 'vitest';
import { FactIdSchema } from '../../questions/ids.ts';
import { beforeStartWords } from '../../web/startingWords.ts';

const pier = v.parse(FactIdSchema, 'pier');

test.each([
  [pier, 12, 'The 12 answers to this fact will no longer count. They stay in your log,'],
  [pier, 1, 'The one answer to this fact will no longer count. It stays in your log,'],
  [null, 40, 'The 40 answers in this deck will no longer count. They stay in your log,'],
])('before a start afresh it is said what will happen: %s, %i', (about, answers, words) => {
  expect(beforeStartWords(about, answers)).toBe(`${words} and you can take this back.`);
});
