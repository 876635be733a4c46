import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zipOf } from '../../../web/studio/folder.ts';
import { filesOfZip } from '../../../web/studio/unzip.ts';

const DECK = {
  name: 'rivers',
  yaml: 'title: Flüsse\r\n',
  document: 'Der Nil.\n',
  offered: 'abc  nile/where\n',
};

/** An archive of one packed file, as other programs make it. */
function packed(name: string, text: string): Blob {
  const content = deflateRawSync(Buffer.from(text));
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(Buffer.byteLength(text), 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), content]);
  const entry = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.alloc(2),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length, 16);
  return new Blob([new Uint8Array(Buffer.concat([local, entry, end]))]);
}

test('the archive that the studio gives out is read again byte for byte', async () => {
  expect(await filesOfZip(await zipOf(DECK))).toEqual([
    { name: 'rivers/document.md', text: DECK.document },
    { name: 'rivers/deck.yaml', text: DECK.yaml },
    { name: 'rivers/offered.txt', text: DECK.offered },
  ]);
});

test('an archive that another program has packed is read', async () => {
  const text = 'facts: {}\n'.repeat(1000);
  expect(await filesOfZip(packed('rivers/deck.yaml', text))).toEqual([{ name: 'rivers/deck.yaml', text }]);
});

test('a file that unfolds to more than a deck is left out', async () => {
  expect(await filesOfZip(packed('bomb.txt', 'a'.repeat(20_000_000)))).toEqual([]);
});

test('bytes that are no archive, or a part of one, are read as none or some files, and nothing is thrown', async () => {
  const whole = new Uint8Array(await (await zipOf(DECK)).arrayBuffer());
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length), fc.nat(255))),
      async (end, changes) => {
        const bytes = whole.slice(0, end);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        expect((await filesOfZip(new Blob([bytes]))).length).toBeLessThanOrEqual(100);
      },
    ),
    { numRuns: 200 },
  );
});
