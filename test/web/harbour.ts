import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { compile } from '../../questions/compile.ts';
import { parseDeckFile } from '../../questions/deckSource.ts';
import { DeckBodySchema } from '../../web/deckSchema.ts';

const folder = new URL('../fixtures/decks/harbour/', import.meta.url);
const parsed = parseDeckFile(readFileSync(new URL('deck.yaml', folder), 'utf8'));
if (!parsed.ok) throw new Error('Inconsistent: the fixture deck is not well formed');

/** The fixture deck, compiled. */
export const compiled = compile(
  'harbour',
  'a'.repeat(64),
  parsed.source.file,
  readFileSync(new URL('document.md', folder), 'utf8'),
);

/** The fixture deck as the browser has it. */
export const deck = v.parse(DeckBodySchema, JSON.parse(JSON.stringify({ deck: compiled.deck }))).deck;
