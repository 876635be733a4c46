import { expect, test } from 'vitest';
import { inFact } from '../../../questions/edit/section.ts';

const FACTS = ['nile', '"1975-moon"', "'27-days'"];
const YAML = `title: Numbers\nfacts:\n${FACTS.map((id) => `  ${id}:\n    statement: It is so.\n`).join('')}`;

test.each([
  ['nile', 'nile'],
  ['1975-moon', '"1975-moon"'],
  ['27-days', "'27-days'"],
])('the fact %s is read by itself, whether or not an id of the file stands in quotes', (id, written) => {
  let read = '';
  const after = inFact(YAML, id, (text) => {
    read = text;
    return text;
  });
  expect(read).toBe(`  ${written}:\n    statement: It is so.\n`);
  expect(after).toBe(YAML);
});
