import { toJsonSchema } from '@valibot/to-json-schema';
import { DeckFileSchema } from '../deck.ts';

/** The JSON Schema of a deck file as an author writes it, for editors that complete and check YAML. */
export function deckFileSchema(): string {
  const schema = toJsonSchema(DeckFileSchema, { typeMode: 'input', errorMode: 'ignore' });
  return JSON.stringify({ ...schema, title: 'A deck of questions on a document' }, null, 2);
}
