import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newLearnerKey } from '../../web/learnerKey.ts';
import { codeOf, keyFrom, readCode } from '../../web/recoveryCode.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const keys = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(newLearnerKey);
const place = fc.integer({ min: 0, max: 39 });
const KEY = newLearnerKey(Uint8Array.from({ length: 20 }, (_, at) => at * 11 + 3));
const CODE = codeOf(KEY);

const plain = (code: string) => code.replaceAll('-', '');
const grouped = (code: string) => (code.match(/.{5}/g) ?? []).join('-');
const misfit = (group: number) => ({ ok: false, problem: `The ${ORDINALS[group]} group does not fit.` });

test('a key is shown as eight groups of five characters', () => {
  expect(CODE).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
});

test('the code of a key that is written down today reads the same for ever', () => {
  expect(codeOf(newLearnerKey(new Uint8Array(20)))).toBe('00001-00002-00004-00008-0000G-00005-0000A-0000M');
  expect([KEY, CODE]).toMatchInlineSnapshot(`
    [
      "0C71J91F792N0PV6E5Y8F4MXN2SVXJEM",
      "0C71S-J91F1-792NC-0PV6K-E5Y87-F4MXS-N2SVQ-XJEMH",
    ]
  `);
});

test('every code gives its key back, with separators and without', () => {
  fc.assert(
    fc.property(keys, fc.constantFrom('', ' ', '-', '\n', ' – ', ' . '), (key, between) => {
      expect(keyFrom(codeOf(key).replaceAll('-', between))).toEqual({ ok: true, key });
    }),
  );
});

test('lower case, O for 0, I and L for 1, blanks around and a whole link are read', () => {
  fc.assert(
    fc.property(keys, fc.constantFrom('I', 'L', 'i', 'l'), (key, one) => {
      const typed = codeOf(key).toLowerCase().replaceAll('0', 'o').replaceAll('1', one);
      expect(keyFrom(`  ${typed}\n`)).toEqual({ ok: true, key });
      expect(keyFrom(`https://steppe.example/key#${codeOf(key)}`)).toEqual({ ok: true, key });
    }),
  );
});

test('every wrong character is found, and its group is named', () => {
  const other = fc.integer({ min: 1, max: 31 });
  fc.assert(
    fc.property(keys, place, other, (key, at, by) => {
      const code = plain(codeOf(key));
      const wrong = CROCKFORD.charAt((CROCKFORD.indexOf(code.charAt(at)) + by) % 32);
      const typed = code.slice(0, at) + wrong + code.slice(at + 1);
      expect(keyFrom(grouped(typed))).toEqual(misfit(Math.floor(at / 5)));
      expect(keyFrom(typed)).toEqual(misfit(Math.floor(at / 5)));
    }),
    { numRuns: 2000 },
  );
});

test('every exchange of unequal neighbours in a group is found, and the group is named', () => {
  fc.assert(
    fc.property(
      keys,
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 0, max: 3 }),
      (key, group, within) => {
        const code = Array.from(plain(codeOf(key)));
        const at = group * 5 + within;
        fc.pre(code[at] !== code[at + 1]);
        const typed = code.with(at, code[at + 1] ?? '').with(at + 1, code[at] ?? '');
        expect(keyFrom(typed.join(''))).toEqual(misfit(group));
      },
    ),
    { numRuns: 2000 },
  );
});

test('two groups in each other’s place are both found, even where the key’s characters in them are equal', () => {
  const group = fc.integer({ min: 0, max: 7 });
  fc.assert(
    fc.property(fc.oneof(keys, fc.constant(newLearnerKey(new Uint8Array(20)))), group, group, (key, a, b) => {
      fc.pre(a < b);
      const groups = codeOf(key).split('-');
      const typed = groups.with(a, groups[b] ?? '').with(b, groups[a] ?? '');
      expect(keyFrom(typed.join('-'))).toEqual(misfit(a));
      expect(readCode(typed.join('-')).groups.map((state) => state === 'wrong')).toEqual(
        groups.map((_, at) => at === a || at === b),
      );
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['', '0 of 8 groups are there.'],
  [CODE.slice(0, 41), '7 of 8 groups are there.'],
  [CODE.slice(0, 45), '7 of 8 groups are there.'],
  [`${CODE}-00000`, 'There are more than 8 groups.'],
  [CODE.replace(/^(.{12})./, '$1'), 'The third group has 4 characters, not 5.'],
  [CODE.replace(/^(.{12})/, '$1A'), 'The third group has 6 characters, not 5.'],
  [CODE.replace(/^./, 'U'), '“U” stands in no key.'],
  ['https://steppe.example/key', 'There is no key in this link.'],
])('%j is answered with: %s', (text, problem) => {
  expect(keyFrom(text)).toEqual({ ok: false, problem });
});

test('while a code is typed each whole group is checked, and what is not there yet is no mistake', () => {
  const half = readCode(CODE.slice(0, 20));
  expect(half.groups).toEqual(['fits', 'fits', 'fits', 'open', 'open', 'open', 'open', 'open']);
  expect(half.isUnfinished).toBe(true);
  const turned = `${CODE.slice(0, 6)}${Array.from(CODE.slice(6, 11)).toReversed().join('')}`;
  expect(readCode(turned)).toMatchObject({ problem: 'The second group does not fit.', isUnfinished: false });
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(...CROCKFORD.split(''), '-', 'ß', ' ', '#', 'İ', '\ud800', '%', 'u', '–'),
      }),
      (text) => {
        expect(typeof readCode(text).isUnfinished).toBe('boolean');
      },
    ),
  );
});
