import type * as v from 'valibot';
import type { PublishSchema } from '../../questions/publish.ts';

export const DOCUMENT =
  'Tarn lies on the coast. Ada Lund built the harbour of Tarn in 1821. It shelters 40 boats.\n\nThe fleet sails in May.\n';

/** What a test changes of the deck. */
interface Parts {
  readonly access?: 'open' | 'sealed';
  readonly answer?: string;
  readonly document?: string;
  readonly title?: string;
}

/** A deck as the studio sends it: one fact with a reviewed question and a draft, and one fact of drafts only. */
export async function deckToPublish(
  { access = 'sealed', answer = 'Ada Lund', document = DOCUMENT, title = 'The harbour' }: Parts = {},
  after: string | null = null,
): Promise<v.InferInput<typeof PublishSchema>> {
  const yaml = `title: ${title}
language: en
access: ${access}
documentSha256: "${await sha256(document)}"
facts:
  built-by:
    statement: Ada Lund built the harbour of Tarn.
    standing: stated
    passage: { exact: "Ada Lund built the harbour" }
    questions:
      who: { kind: short, prompt: "Who built the harbour at Tarn?", answer: ${answer} }
      gap: { kind: cloze, draft: true, text: "The harbour of Tarn was built long ago by {{Ada Lund|person}}." }
  boats:
    statement: The harbour shelters 40 boats.
    standing: stated
    passage: { exact: "shelters 40 boats" }
    questions:
      how-many: { kind: number, draft: true, prompt: "How many boats does the harbour shelter?", answer: 40 }
`;
  return { yaml, document, offered: '0123456789abcdef built-by/who\n', after };
}

export async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
