import * as v from 'valibot';
import { expect, test } from 'vitest';
import { DeckBodySchema } from '../../web/deckSchema.ts';
import { DeckKeySchema } from '../../web/keySchema.ts';
import { parsed } from '../../web/loaded.ts';
import { compiled, deck } from './harbour.ts';

const travelled = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('a compiled deck comes through the parser as it was', () => {
  expect(deck).toEqual(travelled(compiled.deck));
});

test('a key comes through the parser as it was, and a second time too', () => {
  const once = v.parse(DeckKeySchema, travelled(compiled.key));
  expect(once).toEqual(travelled(compiled.key));
  expect(v.parse(DeckKeySchema, travelled(once))).toEqual(once);
});

test('a body that makes no sense is refused with the paths of its problems', () => {
  const { deck: whole } = compiled;
  const result = parsed(
    v.safeParse(DeckBodySchema, { deck: { ...whole, title: 7, facts: [{ id: 'No Id' }] } }),
  );
  expect(result.ok ? '' : result.problem.detail).toMatch(/deck\.title.*deck\.facts\.0\.id/);
});
