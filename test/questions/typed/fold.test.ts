import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldSpelling } from '../../../questions/typed/fold.ts';
import { anyText } from './anyText.ts';

describe('fold', () => {
  it.each([
    ['C.S.T.O.', 'csto'],
    ['The United States', 'united states'],
    ['the  Kremlin\n tenant', 'kremlin tenant'],
    ['Bosnia & Herzegovina', 'bosnia and herzegovina'],
    ['Nur-Sultan', 'nur sultan'],
    ['Nur\u00a0Sultan', 'nur sultan'],
    ['Côte d’Ivoire', 'cote divoire'],
    ["People's Republic", 'peoples republic'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Tromsø', 'tromso'],
    ['Ærø', 'aero'],
    ['Đà Nẵng', 'da nang'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['A', 'a'],
    ['version 4.5', 'version 4.5'],
    ['C++', 'c++'],
    ['20%', '20 %'],
    ['?!…', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps apart what only signs or vowel marks tell apart', () => {
    expect(fold('C#')).not.toBe(fold('C++'));
    expect(fold('4.5')).not.toBe(fold('45'));
    expect(fold('की')).not.toBe(fold('कि'));
    expect(fold('が')).not.toBe(fold('か'));
  });

  it('is the same when done twice', () => {
    const law = fc.property(anyText(60), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
      expect(foldSpelling(foldSpelling(text))).toBe(foldSpelling(text));
    });
    fc.assert(law, { numRuns: 500 });
    const dense = fc.array(
      fc.constantFrom(
        '.',
        '1',
        'a',
        'the ',
        'a ',
        '+',
        '#',
        ' ',
        'ı',
        'İ',
        '́',
        '’',
        '´',
        'Σ',
        'ﬁ',
        '½',
        '%',
        '٣',
        'ー',
        '゙',
      ),
    );
    fc.assert(
      fc.property(dense, (parts) => {
        expect(fold(fold(parts.join('')))).toBe(fold(parts.join('')));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['organisation', 'organization'],
    ['Organisations', 'organizations'],
    ['colour', 'color'],
    ['the centre', 'center'],
  ])('reads %j and %j as one spelling', (british, american) => {
    expect(foldSpelling(british)).toBe(foldSpelling(american));
  });

  it.each(['this', 'paris', 'four', 'hour', 'rising'])('leaves %j as it is', (word) => {
    expect(foldSpelling(word)).toBe(word);
  });
});
