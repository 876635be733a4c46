import { describe, expect, it } from 'vitest';
import { describeApi } from '../../worker/openapi.ts';
import { PROBLEMS } from '../../worker/problem.ts';
import { ask, problemOf } from './ask.ts';

const references = (tree: unknown): readonly string[] =>
  typeof tree !== 'object' || tree === null
    ? []
    : Object.entries(tree).flatMap(([name, item]: [string, unknown]) =>
        name === '$ref' ? [String(item)] : references(item),
      );

describe('GET /openapi.json', () => {
  it('serves OpenAPI 3.1', async () => {
    const response = await ask('/openapi.json');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toMatchObject({
      openapi: '3.1.1',
      paths: { '/decks/{deck}/answers': { post: {} } },
    });
  });

  it('refers to nothing that it does not hold', () => {
    const api = describeApi();
    const found = new Set(references(api));
    expect(found.size).toBeGreaterThan(5);
    for (const reference of found)
      expect(api.components.schemas, reference).toHaveProperty([reference.split('/').at(-1) ?? '']);
  });

  it('says of a segment what the parser holds it to', () => {
    const { Segment, Review } = describeApi().components.schemas;
    expect(Segment).toMatchObject({
      properties: { reviews: { minItems: 1, maxItems: 100, items: { $ref: '#/components/schemas/Review' } } },
    });
    expect(Review?.oneOf).toHaveLength(4);
  });

  it('says of every operation that it may be refused for a while, and that the refusal says how long', () => {
    const operations = Object.values(describeApi().paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBeGreaterThan(5);
    for (const operation of operations) {
      expect(operation).toMatchObject({
        responses: {
          429: { description: 'too-many-requests', headers: { 'Retry-After': {} } },
          500: { description: 'internal' },
        },
      });
    }
  });

  it('describes every code, where the type of a problem leads', async () => {
    const { type, code } = await problemOf(await ask('/decks/atlantis'));
    const [path, pointer = ''] = type.split('#');
    expect(path).toBe('/api/v1/openapi.json');
    expect(pointer).toBe(`/components/responses/${code}`);
    expect(Object.keys(describeApi().components.responses)).toEqual(Object.keys(PROBLEMS));
  });
});
