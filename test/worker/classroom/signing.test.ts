import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../../../worker/classroom/base64url.ts';
import { joinCodeOf } from '../../../worker/classroom/joinCode.ts';
import { classIdOf, memberIdOf } from '../../../worker/classroom/member.ts';
import { secretOf, sign, verified } from '../../../worker/classroom/signing.ts';
import { actId, classId, learnerId } from './classStoreContract.ts';

const SECRET = 's'.repeat(32);
const Payload = v.strictObject({ name: v.string(), at: v.number() });
const PAYLOAD = { name: 'Айгүл “10b”', at: 7 };

describe('what the server signs', () => {
  it('gives its payload back, to the purpose it was signed for alone', async () => {
    const token = await sign(SECRET, 'attempt', PAYLOAD);
    expect(await verified(SECRET, 'attempt', token, Payload)).toEqual(PAYLOAD);
    expect(await verified(SECRET, 'receipt', token, Payload)).toBeUndefined();
    expect(await verified('t'.repeat(32), 'attempt', token, Payload)).toBeUndefined();
  });

  it('is nothing once any one character is another, gone or added', async () => {
    const token = await sign(SECRET, 'attempt', PAYLOAD);
    for (let at = 0; at <= token.length; at += 1) {
      for (const letter of ['', 'A', 'B', '.', '=']) {
        const altered = token.slice(0, at) + letter + token.slice(at + 1);
        if (altered === token) continue;
        expect(await verified(SECRET, 'attempt', altered, Payload), `${at} ${letter}`).toBeUndefined();
      }
    }
    const [text = '', mac = ''] = token.split('.');
    for (const forged of ['', '.', text, `${text}.`, `.${mac}`, `${text}.${mac}.`, `${mac}.${text}`])
      expect(await verified(SECRET, 'attempt', forged, Payload), forged).toBeUndefined();
  });

  it('takes no second spelling of a signature: the bits that base64url leaves over are zero', async () => {
    const token = await sign(SECRET, 'attempt', PAYLOAD);
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const accepted = await Promise.all(
      Array.from(last, (letter) => verified(SECRET, 'attempt', token.slice(0, -1) + letter, Payload)),
    );
    expect(accepted.filter((payload) => payload !== undefined)).toEqual([PAYLOAD]);
  });

  it('is nothing where the payload is of another form', async () => {
    const token = await sign(SECRET, 'attempt', { other: 1 });
    expect(await verified(SECRET, 'attempt', token, Payload)).toBeUndefined();
  });

  it('needs a secret of at least 32 characters', () => {
    expect(secretOf({ SIGNING_SECRET: SECRET })).toBe(SECRET);
    for (const bindings of [{}, { SIGNING_SECRET: '' }, { SIGNING_SECRET: SECRET.slice(1) }])
      expect(() => secretOf(bindings)).toThrow(expect.objectContaining({ code: 'not-configured' }));
  });
});

describe('base64url', () => {
  it('gives back every byte, at every length', () => {
    for (let length = 0; length < 20; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 89 + 250) % 256);
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }
  });
});

describe('the names within a class', () => {
  it('are the same each time, and others for another class, person, nonce or act', async () => {
    const [of, same, another] = [
      await classIdOf(learnerId(1), actId(1)),
      await classIdOf(learnerId(1), actId(1)),
      await classIdOf(learnerId(2), actId(1)),
    ];
    expect(same).toBe(of);
    const names = [
      of,
      another,
      await classIdOf(learnerId(1), actId(2)),
      await memberIdOf(of, learnerId(1)),
      await memberIdOf(of, learnerId(2)),
      await memberIdOf(another, learnerId(1)),
    ];
    expect(new Set(names).size).toBe(6);
  });

  it('stay as they are: all that is kept hangs on them', async () => {
    expect(await classIdOf(learnerId(1), actId(1))).toBe('Q3ANVTQVNPPTMY4JH9R3T5WJAN');
    expect(await memberIdOf(classId(1), learnerId(1))).toBe('J43A3165K0QYQCFXHB0QVRQX39');
  });

  it('let nobody guess a code: it follows from the secret, the class and the act', async () => {
    const codes = [
      await joinCodeOf(SECRET, classId(1), actId(1)),
      await joinCodeOf('t'.repeat(32), classId(1), actId(1)),
      await joinCodeOf(SECRET, classId(2), actId(1)),
      await joinCodeOf(SECRET, classId(1), actId(2)),
    ];
    expect(new Set(codes).size).toBe(4);
    expect(await joinCodeOf(SECRET, classId(1), actId(1))).toBe(codes[0]);
  });
});
