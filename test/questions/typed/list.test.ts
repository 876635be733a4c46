import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Glossary } from '../../../questions/glossary.ts';
import { judgeList } from '../../../questions/typed/list.ts';
import { listSplitter } from '../../../questions/typed/split-list.ts';
import { anyText } from './anyText.ts';

const glossary: Glossary = {
  Russia: { kind: 'place', aliases: ['Russian Federation'] },
  China: { kind: 'place', aliases: ['PRC'] },
};
const world = { glossary, rivals: [] };
const members = ['Russia', 'Kazakhstan', 'Belarus', 'Armenia', 'Kyrgyzstan', 'Tajikistan'];
const items = members.map((text) => ({ text }));

describe('listSplitter', () => {
  it.each([
    ['Russia, Kazakhstan and Belarus', ['Russia', 'Kazakhstan', 'Belarus']],
    ['Russia, Kazakhstan, and Belarus', ['Russia', 'Kazakhstan', 'Belarus']],
    ['Russia;Kazakhstan\n\n  Belarus ,, ', ['Russia', 'Kazakhstan', 'Belarus']],
    ['1. Russia\r\n2. Kazakhstan', ['Russia', 'Kazakhstan']],
    ['- Russia\n- Kazakhstan', ['Russia', 'Kazakhstan']],
    ['Russia & Kazakhstan AND Belarus', ['Russia', 'Kazakhstan', 'Belarus']],
    ['Andorra, Finland', ['Andorra', 'Finland']],
    ['Nur-Sultan', ['Nur-Sultan']],
    ['', []],
    [' , ;\n', []],
  ])('splits %j', (text, expected) => {
    expect(listSplitter([])(text)).toEqual(expected);
  });

  it.each([
    ['Serbia, Bosnia and Herzegovina and Croatia', ['Serbia', 'Bosnia and Herzegovina', 'Croatia']],
    ['Bosnia & Herzegovina, Croatia', ['Bosnia & Herzegovina', 'Croatia']],
    ['Bosnia and Herzegowina and Croatia', ['Bosnia and Herzegowina', 'Croatia']],
    ['Washington, D.C., Moscow', ['Washington, D.C.', 'Moscow']],
  ])('keeps known names whole in %j', (text, expected) => {
    const split = listSplitter(['Bosnia and Herzegovina', 'Washington, D.C.', 'Bosnia', 'Moscow']);
    expect(split(text)).toEqual(expected);
  });
});

describe('judgeList', () => {
  it('takes all items in any order, under any of their names', () => {
    const verdict = judgeList(
      ['Tajikistan', 'kyrgyzstan', 'Armenia', 'Russian Federation', 'Belarus', 'Kazakhstan'],
      items,
      world,
    );
    expect(verdict).toMatchObject({ outcome: 'right', reason: 'exact', share: 1 });
    expect(verdict.items?.map(({ outcome }) => outcome)).toEqual(members.map(() => 'right'));
  });

  it('is close when all are there and one is misspelt, and shows its spelling', () => {
    const verdict = judgeList(['Tadjikistan', ...members.slice(0, 5)], items, world);
    expect(verdict).toMatchObject({ outcome: 'close', share: 1 });
    expect(verdict.items?.[0]).toEqual({ given: 'Tadjikistan', expected: 'Tajikistan', outcome: 'close' });
  });

  it('gives n of m, and names what is missing', () => {
    const verdict = judgeList(['Russia', 'Belarus', 'Armenia'], items, world);
    expect(verdict).toMatchObject({ outcome: 'partial', reason: 'some-items', share: 0.5 });
    expect(verdict.items?.slice(3)).toEqual(
      ['Kazakhstan', 'Kyrgyzstan', 'Tajikistan'].map((expected) => ({
        given: '',
        expected,
        outcome: 'wrong',
      })),
    );
  });

  it.each([
    [['copper and oil'], ['oil', 'copper'], 'right', 1],
    [['copper, oil', ''], ['oil', 'copper'], 'right', 1],
    [['1. copper\n2. oil'], ['oil', 'copper'], 'right', 1],
    [['authoritarianism and corruption'], ['corruption', 'authoritarianism'], 'right', 1],
    [['copper and oil', 'gas'], ['oil', 'copper', 'gas'], 'right', 1],
    [['trade and industry', 'oil'], ['oil', 'trade and industry'], 'right', 1],
    [['it was industry and trade', 'oil'], ['oil', 'industry and trade'], 'right', 1],
    [['industry and trade', 'oil'], ['oil', 'trade and industry'], 'right', 1],
    [['oil and trade and indsutry'], ['oil', 'trade and industry'], 'close', 1],
    [['copper, gold, iron, silver'], ['oil', 'copper'], 'wrong', 0],
    [['copper, oil, gold, iron, silver'], ['oil', 'copper'], 'wrong', 0],
  ])('splits what stands in one field: %j for %j is %s', (given, key, outcome, share) => {
    const texts = key.map((text) => ({ text }));
    expect(judgeList(given, texts, world)).toMatchObject({ outcome, share });
  });

  it('judges at most twice as many items as are asked', () => {
    const shown = (given: string[]) =>
      judgeList(given, [{ text: 'oil' }, { text: 'copper' }], world).items?.map((mark) => mark.given);
    expect(shown(['a, b, oil, copper'])).toEqual(['a', 'b', 'oil', 'copper']);
    expect(shown(['a, b', 'c', 'd, oil', 'copper'])).toEqual(['a', 'b', 'c', 'd', '', '']);
  });

  it('does not split a text of more than 200 characters', () => {
    const copper = `copper${' '.repeat(300)}and oil`;
    expect(judgeList([copper], [{ text: 'oil' }, { text: 'copper' }], world).outcome).toBe('wrong');
  });

  it('lets only wrong items beyond the number asked cancel right ones', () => {
    expect(judgeList([...members, 'China', 'Uzbekistan'], items, world)).toMatchObject({
      outcome: 'partial',
      reason: 'extra-items',
      share: 4 / 6,
    });
    expect(judgeList(['Russia', 'China'], items, world)).toMatchObject({
      outcome: 'partial',
      reason: 'some-items',
      share: 1 / 6,
    });
    const shotgun = ['China', 'Iran', 'Iraq', 'Japan', 'Mongolia', 'Poland'];
    expect(judgeList([...members, ...shotgun], items, world)).toMatchObject({
      outcome: 'wrong',
      reason: 'extra-items',
      share: 0,
    });
    expect(judgeList(['China'], items, world)).toMatchObject({ outcome: 'wrong', reason: 'different' });
  });

  it('counts a repetition neither way, right or wrong', () => {
    const twice = judgeList(['Russia', 'Russian Federation', 'russia', 'Belarus', 'Armenia'], items, world);
    expect(twice.share).toBe(0.5);
    expect(twice.items?.map(({ outcome }) => outcome).slice(0, 3)).toEqual(['right', 'again', 'again']);
    expect(judgeList(['Russia', 'Belarus', 'China', 'China'], items, world).share).toBeCloseTo(2 / 6);
  });

  it('finds the best pairing when one given item fits two', () => {
    const shared = [
      { text: 'gas', accept: ['fuel'] },
      { text: 'oil', accept: ['fuel'] },
    ];
    expect(judgeList(['fuel', 'gas'], shared, world).share).toBe(1);
    expect(judgeList(['fuel', 'oil'], shared, world).share).toBe(1);
    expect(judgeList(['fuel', 'fuel'], shared, world).share).toBe(1);
  });

  it('prefers the right spelling when both are given', () => {
    const verdict = judgeList(['Kazahstan', 'Kazakhstan'], [{ text: 'Kazakhstan' }], world);
    expect(verdict).toMatchObject({ outcome: 'right', share: 1 });
  });

  it('asks again when nothing is given', () => {
    expect(judgeList([], items, world)).toMatchObject({ outcome: 'again', reason: 'not-given' });
    expect(judgeList([' ', ''], items, world)).toMatchObject({ outcome: 'again', reason: 'not-given' });
  });

  it('keeps the share within 0 and 1, and takes the key itself in any order', () => {
    const order = fc.shuffledSubarray(members, { minLength: 6 });
    fc.assert(
      fc.property(
        order,
        fc.array(fc.oneof(fc.constantFrom(...members), fc.string({ maxLength: 20 }))),
        (key, given) => {
          expect(judgeList(key, items, world).outcome).toBe('right');
          const { share, outcome } = judgeList(given, items, world);
          expect(share >= 0 && share <= 1).toBe(true);
          expect(outcome === 'partial').toBe(share > 0 && share < 1);
        },
      ),
    );
  });

  it('never throws on any text, and judges 10,000 characters within two seconds of processor time', () => {
    fc.assert(
      fc.property(anyText(1000), (text) => {
        judgeList([text, ...listSplitter(['a and b'])(text)], items, world);
      }),
      { numRuns: 40 },
    );
    const started = process.cpuUsage();
    for (const unit of ['a,', ' ', '\n', ' and ', '\r\n \t', 'Russia,', 'a and b ']) {
      const split = listSplitter(['a and b', 'x, y, z']);
      judgeList(split(unit.repeat(10_000 / unit.length)), items, world);
    }
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  }, 30_000);
});
