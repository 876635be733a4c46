import { expect, it } from 'vitest';
import { deckFileSchema } from '../../../questions/cli/schema.ts';

it('describes a deck file as an author writes it', () => {
  const schema: unknown = JSON.parse(deckFileSchema());
  expect(schema).toMatchObject({
    type: 'object',
    required: ['title', 'language', 'access', 'documentSha256', 'facts'],
    additionalProperties: false,
    properties: { access: { enum: ['open', 'sealed'] }, facts: { type: 'object' } },
  });
});

it('allows the short and the long way to write an item of a list', () => {
  expect(deckFileSchema().replace(/\s+/g, '')).toContain(
    '"anyOf":[{"type":"string","minLength":1,"maxLength":300,',
  );
});
