import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { MarkedFact } from './reach.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/drafting');
const NAMES = ['kazakhstan', 'moon', 'sourdough', 'tides'] as const;

const MarkedSchema = v.strictObject({
  document: v.string(),
  facts: v.array(v.strictObject({ quote: v.string(), answers: v.array(v.string()), what: v.string() })),
});

/** A document, with the facts in it that a person has marked as most worth asking before anything was drafted. */
export interface MarkedDocument {
  readonly name: (typeof NAMES)[number];
  readonly document: string;
  readonly facts: readonly MarkedFact[];
}

/** Every marked document. Throws where one cannot be read. */
export function markedDocuments(): readonly MarkedDocument[] {
  return NAMES.map((name) => {
    const marked = v.parse(MarkedSchema, JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')));
    return { name, document: readFileSync(join(FOLDER, marked.document), 'utf8'), facts: marked.facts };
  });
}
