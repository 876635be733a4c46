import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../questions/typed/distance.ts';
import { fixedWords, typoEdits } from '../../../questions/typed/typo.ts';

const none = new Set<string>();

describe('editDistance', () => {
  it.each([
    ['csto', 'csot', 1],
    ['iran', 'iraq', 1],
    ['', 'ab', 2],
    ['ca', 'abc', 3],
    ['kyrgyzstan', 'kirgizstan', 2],
  ])('counts from %j to %j %i edits', (a, b, edits) => {
    expect(editDistance(a, b, 5)).toBe(edits);
    expect(editDistance(b, a, 5)).toBe(edits);
  });

  it('says one more than the limit for anything beyond it', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(words, words, fc.nat(4), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(limit + 1, editDistance(a, b, 20)));
      }),
    );
  });
});

describe('the typo budget of a word', () => {
  it.each([
    ['sco', 'sca', undefined],
    ['iran', 'iarn', 1],
    ['armenia', 'armennia', 1],
    ['armenia', 'armennnia', undefined],
    ['tokayevsk', 'tokajew', undefined],
    ['azerbaijan', 'azerbigan', 2],
    ['azerbaijan', 'azrbigan', undefined],
    ['中华人民共和国', '中华人民共和园', undefined],
  ])('for %j typed as %j finds %s edits', (word, typed, edits) => {
    expect(typoEdits(word, typed, none)).toBe(edits);
  });
});

describe('a differing prefix', () => {
  it.each([
    ['symmetric', 'asymmetric'],
    ['stability', 'instability'],
    ['importing', 'exporting'],
    ['interstate', 'intrastate'],
    ['increasing', 'decreasing'],
    ['hypertension', 'hypotension'],
  ])('tells %j from %j', (a, b) => {
    expect(typoEdits(a, b, none)).toBeUndefined();
    expect(typoEdits(b, a, none)).toBeUndefined();
  });

  it.each([
    ['kazakhstan', 'kazahstan'],
    ['armenia', 'aarmenia'],
    ['independence', 'independance'],
  ])('sees a slip between %j and %j', (a, b) => {
    expect(typoEdits(a, b, none)).toBe(1);
  });
});

describe('typoEdits', () => {
  it('forgives nothing in acronyms and Roman numerals, however the form is written', () => {
    const fixed = fixedWords(['C.S.T.O.', 'Louis XVIII', 'NGOs', 'Csto']);
    expect([...fixed].sort()).toEqual(['csto', 'ngos', 'xviii']);
    expect(typoEdits('csto', 'scto', fixed)).toBeUndefined();
    expect(typoEdits('louis xviii', 'louis xviiii', fixed)).toBeUndefined();
    expect(typoEdits('louis xviii', 'luois xviii', fixed)).toBe(1);
  });

  it.each([
    ['covid 19', 'covid 18'],
    ['2013', '2014'],
    ['sixth', 'sixty'],
    ['northeast', 'northwest'],
    ['nur sultan', 'nur'],
  ])('does not take %j typed as %j for a slip', (form, given) => {
    expect(typoEdits(form, given, none)).toBeUndefined();
  });

  it('sees through other spaces between the same letters', () => {
    expect(typoEdits('kassym jomart tokayev', 'kassymjomart tokayev', none)).toBe(1);
    expect(typoEdits('1 12', '11 2', none)).toBeUndefined();
  });
});
