import * as v from 'valibot';
import { expect, test } from 'vitest';
import { FactIdSchema } from '../../questions/ids.ts';
import { backFrom, practicePath, wishIn } from '../../web/sessionWanted.ts';

const facts = ['fleet-moved', 'three-trades'].map((id) => v.parse(FactIdSchema, id));
const CLASS = '0123456789ABCDEFGHJKMNPQRS';
const ASSIGNMENT = '01KAV3Z0000000000000000000';
const practice = { only: facts, once: false, class: CLASS, assignment: ASSIGNMENT };

function queryOf(path: string): string {
  return path.split('?')[1] ?? '';
}

test('an address that names facts asks for just these, and once where it says so', () => {
  const twice = practicePath('harbour', practice);
  expect(wishIn(new URLSearchParams(queryOf(twice)))).toEqual({ only: facts, limit: 2 });
  const once = practicePath('harbour', { ...practice, once: true });
  expect(wishIn(new URLSearchParams(queryOf(once)))).toEqual({ only: facts, limit: 2, once: true });
});

test('names that no fact can have are left out, and without any the address is an ordinary choice', () => {
  expect(wishIn(new URLSearchParams('only=fleet-moved,<b>,constructor,,A'))).toEqual({
    only: ['fleet-moved'],
    limit: 1,
  });
  expect(wishIn(new URLSearchParams('only=<b>&count=5&tag=pier'))).toEqual({ limit: 5, tags: ['pier'] });
});

test('a session goes back to the assignment that it was for, and to nowhere else but its deck', () => {
  expect(backFrom('harbour', queryOf(practicePath('harbour', practice))).href).toBe(
    `/classes/${CLASS}/${ASSIGNMENT}`,
  );
  for (const wanted of [
    '',
    'for=',
    'for=../key',
    `for=${CLASS}`,
    `for=${CLASS}/assign`,
    'for=//evil.example',
  ])
    expect(backFrom('harbour', wanted)).toEqual({ href: '/decks/harbour', words: 'Back to the deck' });
});
