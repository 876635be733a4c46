import * as v from 'valibot';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LearnerKeySchema } from '../../web/keyFormat.ts';
import { newLearnerKey } from '../../web/learnerKey.ts';

test('twenty bytes are 32 characters, five bits each, the first bits first', () => {
  expect(newLearnerKey(new Uint8Array(20))).toBe('0'.repeat(32));
  expect(newLearnerKey(new Uint8Array(20).fill(255))).toBe('Z'.repeat(32));
  expect(newLearnerKey(Uint8Array.of(8, ...new Uint8Array(19)))).toBe(`1${'0'.repeat(31)}`);
});

test('every key is accepted by the parser, and different bytes are different keys', () => {
  const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(v.safeParse(LearnerKeySchema, newLearnerKey(a)).success).toBe(true);
      expect(newLearnerKey(a) === newLearnerKey(b)).toBe(a.join() === b.join());
    }),
  );
});

test('another number of bytes is a bug', () => {
  expect(() => newLearnerKey(new Uint8Array(16))).toThrow('Inconsistent');
});
