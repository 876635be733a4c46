import { expect, test } from 'vitest';
import type { Message } from '../../../../questions/draft/model/prompt.ts';
import { PART_MAX, partsOf } from '../../../../questions/draft/model/prompt.ts';
import { secondDrafter } from '../../../../questions/draft/model/secondDrafter.ts';

const DOCUMENT = `The harbour of Tarn was built in 1821 by Ada Lund.
It shelters 40 boats.

According to the harbour master, the fleet will move to Orvik. Boats land herring, cod and eel.
`;

/** As a model answered, with the faults that models have: a fence, an altered quote, an answer from nowhere, a broken item. */
const RECORDED = `Here are the facts:
\`\`\`json
{"facts": [
 {"quote": "The harbour of Tarn was built in 1821 by Ada Lund.", "statement": "Ada Lund built the harbour of Tarn.", "question": "Who built the harbour of Tarn?", "kind": "short", "answer": "Ada Lund", "standing": "stated"},
 {"quote": "It shelters 40 boats.", "statement": "The harbour of Tarn shelters 40 boats.", "question": "How many boats does the harbour of Tarn shelter?", "kind": "number", "answer": 40},
 {"quote": "Boats land herring, cod and eel.", "statement": "Boats land three fish.", "question": "Which three fish do boats land?", "kind": "list", "answer": ["herring", "cod", "eel"]},
 {"quote": "The harbour of Tarn was built in 1821 by Anna Lund.", "statement": "x", "question": "Who built it?", "kind": "short", "answer": "Anna Lund"},
 {"quote": "It shelters 40 boats.", "statement": "x", "question": "Where is the harbour?", "kind": "short", "answer": "Norway"},
 {"quote": "the fleet will move to Orvik", "statement": "The fleet will move.", "question": "Where will the fleet move?", "kind": "short", "answer": "Orvik", "standing": "prediction"},
 {"quote": 7}
]}
\`\`\``;

test('keeps what the document proves verbatim, and refuses a changed quote, a foreign answer and a claim that is nobody’s', async () => {
  const asked: (readonly Message[])[] = [];
  const { found, refused } = await secondDrafter(DOCUMENT, 'en', (messages) => {
    asked.push(messages);
    return Promise.resolve(RECORDED);
  });
  expect(found.map(({ forms }) => forms[0]?.question)).toMatchObject([
    { kind: 'short', answer: 'Ada Lund' },
    { kind: 'number', answer: 40 },
    { kind: 'list', answer: [{ text: 'herring' }, { text: 'cod' }, { text: 'eel' }] },
  ]);
  for (const { passage, answers } of found) {
    expect(DOCUMENT.slice(passage.start, passage.end)).not.toBe('');
    for (const place of answers) expect(place.start >= passage.start && place.end <= passage.end).toBe(true);
  }
  expect(refused).toBe(3);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.[1]).toEqual({ role: 'user', content: DOCUMENT });
});

test.each(['', 'I cannot help with that.', '{"facts": "none"}', '{"facts": [', '}{'])(
  'nothing is found in an answer that is no list of facts: %j',
  async (said) => {
    expect(await secondDrafter(DOCUMENT, 'en', () => Promise.resolve(said))).toEqual({
      found: [],
      refused: 0,
    });
  },
);

test('a long document goes in parts that hold all of it, cut between paragraphs where that is possible', () => {
  const paragraph = `${'word '.repeat(400)}\n\n`;
  const document = paragraph.repeat(9) + 'x'.repeat(2 * PART_MAX);
  const parts = partsOf(document);
  expect(parts.join('')).toBe(document);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(PART_MAX);
  expect(parts[0]?.endsWith('\n\n')).toBe(true);
});
