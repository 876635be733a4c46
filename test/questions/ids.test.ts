import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  DeckIdSchema,
  FactIdSchema,
  LearnerIdSchema,
  QuestionIdSchema,
  ReviewIdSchema,
} from '../../questions/ids.ts';
import { ulid } from '../../questions/ulid.ts';

describe('author ids', () => {
  it.each(['a', 'csto-members', 'kazakhstan-january-2022', '2022', 'a'.repeat(64)])('accepts %s', (name) => {
    for (const schema of [DeckIdSchema, FactIdSchema, QuestionIdSchema])
      expect(v.is(schema, name)).toBe(true);
  });

  it.each([
    '',
    '-a',
    'a-',
    'a--b',
    'A',
    'a_b',
    'é',
    'a/b',
    'a\n',
    'a'.repeat(65),
    '__proto__',
    'constructor',
    'prototype',
    7,
  ])('refuses %j', (name) => {
    for (const schema of [DeckIdSchema, FactIdSchema, QuestionIdSchema])
      expect(v.is(schema, name)).toBe(false);
  });
});

describe('learner ids', () => {
  it('are 64 lower-case hexadecimal digits', () => {
    expect(v.is(LearnerIdSchema, 'a1'.repeat(32))).toBe(true);
    expect(v.is(LearnerIdSchema, 'A1'.repeat(32))).toBe(false);
    expect(v.is(LearnerIdSchema, 'a1'.repeat(31))).toBe(false);
  });
});

describe('ulid', () => {
  it('writes the time of the ULID specification example and the random bytes in Crockford base 32', () => {
    expect(ulid(1469918176385, new Uint8Array(10))).toBe('01ARYZ6S410000000000000000');
    expect(ulid(2 ** 48 - 1, new Uint8Array(10).fill(255))).toBe('7ZZZZZZZZZZZZZZZZZZZZZZZZZ');
    expect(ulid(0, Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0, 33))).toBe('00000000000000000100000011');
  });

  it('is always a review id and sorts by time', () => {
    const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(times, times, bytes, bytes, (a, b, first, second) => {
        expect(v.is(ReviewIdSchema, ulid(a, first))).toBe(true);
        if (a < b) expect(ulid(a, first) < ulid(b, second)).toBe(true);
      }),
    );
  });

  it('throws on a time or a length that no caller may pass', () => {
    expect(() => ulid(-1, new Uint8Array(10))).toThrow('Inconsistent');
    expect(() => ulid(2 ** 48, new Uint8Array(10))).toThrow('Inconsistent');
    expect(() => ulid(0, new Uint8Array(9))).toThrow('Inconsistent');
  });
});
