import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codeAnswer,
  codeRefs,
  decodeAnswer,
  GONE,
  refsOf,
  textCode,
} from '../../../questions/classroom/answerCode.ts';
import { drawn } from '../../../questions/classroom/draw.ts';
import { refsIn, testView } from '../../../questions/classroom/testQuestion.ts';
import type { Answer } from '../../../questions/kind.ts';
import { checkAnswer, type View } from '../../../questions/kinds.ts';
import { harbour, harbourWith, kazakhstan, ref, rightAnswer, testable } from './someDecks.ts';
import { someTest } from './someTest.ts';

const text = fc.string({ maxLength: 500, unit: 'binary' });

/** Any answer that the view accepts, and any text where one is typed. */
function answersTo(view: View): fc.Arbitrary<Answer> {
  switch (view.kind) {
    case 'choice':
    case 'judge':
      return fc.constantFrom(...view.options);
    case 'evidence':
      return fc.constantFrom(...view.sentences);
    case 'multiple':
      return fc.shuffledSubarray([...view.options]);
    case 'order':
      return fc.shuffledSubarray([...view.items], { minLength: view.items.length });
    case 'match':
      return fc
        .tuple(
          ...view.lefts.map((left) => fc.constantFrom(...view.rights).map((right) => [left, right] as const)),
        )
        .map((pairs) => pairs);
    case 'cloze':
      return fc.array(text, { minLength: view.shows.length, maxLength: view.shows.length });
    case 'list':
      return fc.array(text, { maxLength: 2 * view.count });
    case 'short':
    case 'number':
      return text;
  }
}

const views = [harbour, kazakhstan].flatMap((deck) =>
  testable(deck).flatMap((one) => {
    const view = testView(deck, one);
    return view === undefined ? [] : [{ name: `${deck.deck.id}: ${one}`, view }];
  }),
);

const choiceOf = (...options: string[]): View => ({ kind: 'choice', prompt: 'Which?', options });

describe('an answer as it is kept', () => {
  it('says the same as the answer, for every question of two decks and every answer it accepts', () => {
    for (const { view, name } of views) {
      const anyAnswer = fc.oneof(fc.constant(null), answersTo(view));
      fc.assert(
        fc.property(anyAnswer, (answer) => {
          expect(checkAnswer(view, answer), name).not.toBe('malformed');
          expect(decodeAnswer(view, codeAnswer(view, answer)), name).toEqual(answer);
        }),
        { numRuns: 12 },
      );
    }
  });

  it('keeps what is chosen as seven characters a text, for every kind', () => {
    for (const { view, name } of views) {
      if (['cloze', 'list', 'short', 'number'].includes(view.kind)) continue;
      fc.assert(
        fc.property(answersTo(view), (answer) => {
          const kept = [codeAnswer(view, answer) ?? []].flat(2);
          expect(
            kept.filter((one) => !/^#.{6}$/.test(one)),
            name,
          ).toEqual([]);
        }),
        { numRuns: 3 },
      );
    }
  });

  it('keeps an option as seven characters and what was typed as it is', () => {
    expect(codeAnswer(choiceOf('Orvik', 'Tarn Point'), 'Orvik')).toBe(`#${textCode('Orvik')}`);
    expect(codeAnswer({ kind: 'short', prompt: 'Who?', expects: 'text' }, '#Orvik')).toBe('=#Orvik');
  });

  it('keeps options that share a code as they are', () => {
    const twins = ['Port 347908', 'Port 435055'];
    const view = choiceOf(...twins, 'Orvik');
    expect(new Set(twins.map(textCode)).size).toBe(1);
    for (const option of twins) {
      expect(codeAnswer(view, option)).toBe(`=${option}`);
      expect(decodeAnswer(view, `#${textCode(option)}`)).toBe(GONE);
    }
    expect(codeAnswer(choiceOf('Port 347908', 'Orvik'), 'Port 435055')).toBe('=Port 435055');
  });

  it('is decoded to words that say so where the deck no longer has the option', () => {
    const before: View = { kind: 'multiple', prompt: 'Which?', options: ['Orvik', 'Tarn Point'] };
    const after: View = { kind: 'multiple', prompt: 'Which?', options: ['Orvik', 'Kelder Bay'] };
    expect(decodeAnswer(after, codeAnswer(before, ['Orvik', 'Tarn Point']))).toEqual(['Orvik', GONE]);
  });

  it('fits beside its key: twenty right answers in 1,000 bytes, in all but a few draws', () => {
    for (const deck of [harbour, kazakhstan]) {
      const sizes = Array.from({ length: 200 }, (_, nth) => {
        const answers = drawn(deck, someTest({ count: 20 }), `seed-${nth}`).map((one, at) => {
          const view = testView(deck, one);
          return [at, view && codeAnswer(view, rightAnswer(deck, one)), 30];
        });
        const kept = JSON.stringify({ v: 1, answers, end: true });
        return kept.replace(/[^\0-\x7f]/g, '\\uxxxx').length;
      });
      expect(sizes.filter((bytes) => bytes > 1000).length / sizes.length).toBeLessThan(0.05);
    }
  });
});

describe('the questions of an attempt as they are kept', () => {
  it('are the same questions in the same order, for every question of two decks', () => {
    for (const deck of [harbour, kazakhstan])
      expect(refsOf(deck, codeRefs(refsIn(deck).toReversed()))).toEqual(refsIn(deck).toReversed());
  });

  it('are null where the deck no longer has them', () => {
    const shorter = harbourWith((file) => ({
      ...file,
      facts: Object.fromEntries(Object.entries(file.facts).filter(([id]) => id !== 'ferry-now')),
    }));
    const refs = [ref('ferry-now/true-of-it'), ref('fleet-moved/where-to')];
    expect(refsOf(harbour, codeRefs(refs))).toEqual(refs);
    expect(refsOf(shorter, codeRefs(refs))).toEqual([null, refs[1]]);
  });

  it('are six base64url characters each', () => {
    fc.assert(fc.property(text, (any) => /^[A-Za-z0-9_-]{6}$/.test(textCode(any))));
    const codes = Array.from({ length: 2000 }, (_, at) => textCode(`text ${at}`));
    for (const place of [0, 1, 2, 3, 4, 5])
      expect(new Set(codes.map((code) => code.charAt(place))).size).toBe(64);
  });
});
