import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { compile } from '../../questions/compile.ts';
import { giveFeedback } from '../../questions/feedback.ts';
import { publishable } from '../../questions/publishable.ts';

const DOCUMENT = 'Ada Lund built the harbour of Tarn. Ben Moe built the lighthouse. Cid Ray drew the map.\n';
const SHA256 = createHash('sha256').update(DOCUMENT).digest('hex');

/** A reviewed choice, one of whose wrong options is proved wrong by a fact of which this is the question. */
const deckWith = (lighthouse: string) => `title: Tarn
language: en
access: open
documentSha256: "${SHA256}"
facts:
  harbour:
    statement: Ada Lund built the harbour of Tarn.
    standing: stated
    passage: { exact: "Ada Lund built the harbour" }
    questions:
      who:
        kind: choice
        prompt: "Who built the harbour at Tarn?"
        answer: Ada Lund
        distractors:
          - { text: Ben Moe, because: lighthouse }
          - { text: Cid Ray, because: "He drew the map." }
  lighthouse:
    statement: Ben Moe built the lighthouse.
    standing: stated
    passage: { exact: "Ben Moe built the lighthouse" }
    questions:
      who: ${lighthouse}
`;

function notesOn(yaml: string) {
  const read = publishable(yaml, DOCUMENT, SHA256);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const { deck, key, document } = compile('tarn', 'r', read.file, DOCUMENT);
  const ask = { fact: 'harbour', question: 'who', answer: 'Ben Moe' };
  return giveFeedback(deck, key, document, ask)?.told?.notes.map(({ text, because }) => [text, because]);
}

describe('a wrong option that another fact proves wrong', () => {
  it('is told with that fact’s statement where the fact is served', () => {
    const reviewed = '{ kind: short, prompt: "Who built the lighthouse there?", answer: Ben Moe }';
    expect(notesOn(deckWith(reviewed))).toEqual([
      ['Ben Moe', 'Ben Moe built the lighthouse.'],
      ['Cid Ray', 'He drew the map.'],
    ]);
  });

  it('is told without a reason where the fact is drafts only, and never with the fact’s id', () => {
    const draft = '{ kind: short, draft: true, prompt: "Who built the lighthouse there?", answer: Ben Moe }';
    expect(notesOn(deckWith(draft))).toEqual([['Cid Ray', 'He drew the map.']]);
  });
});
