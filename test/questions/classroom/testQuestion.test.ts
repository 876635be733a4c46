import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { ActIdSchema } from '../../../questions/classroom/ids.ts';
import type { HeldRepair } from '../../../questions/classroom/state.ts';
import {
  fitsQuestion,
  refsIn,
  shareOf,
  tellAfter,
  tellOn,
  testView,
} from '../../../questions/classroom/testQuestion.ts';
import { giveFeedback } from '../../../questions/feedback.ts';
import { harbour, harbourWith, kazakhstan, ref, rightAnswer, testable } from './someDecks.ts';

const LENGTH = 'stone-pier-length/how-long';
const DESIGNER = 'stone-pier-engineer/who-designed';
const FLEET = 'fleet-moved/where-to';
const openHarbour = harbourWith((file) => ({ ...file, access: 'open' }));

const act = v.parse(ActIdSchema, '01JDEXAMP1E000000000000000');
const repair = (question: string, how: HeldRepair['how']): HeldRepair => ({
  act,
  question: ref(question),
  how,
  words: '',
});
const key = (question: string, answer: string, also: boolean) =>
  repair(question, { do: 'key', answer, also });
const shares = (question: string, answers: readonly string[], repairs: readonly HeldRepair[]) =>
  answers.map((answer) => shareOf(harbour, ref(question), answer, repairs));

describe('what a student sees of a question', () => {
  it('is the same in an open deck as in a sealed one', () => {
    for (const one of refsIn(harbour)) expect(testView(openHarbour, one)).toEqual(testView(harbour, one));
  });

  it('never has a statement of an open deck', () => {
    const statements = Object.values(kazakhstan.key.facts).map(({ statement }) => statement);
    for (const one of testable(kazakhstan)) {
      const shown = JSON.stringify(testView(kazakhstan, one));
      expect(
        statements.filter((statement) => shown.includes(JSON.stringify(statement).slice(1, -1))),
      ).toEqual([]);
    }
  });

  test.each([
    'channel-depth/nothing',
    'nothing/how-it-stands',
    'constructor/name',
    'channel-depth/constructor',
  ])('is nothing for %s, which the deck does not have', (one) => {
    expect(testView(harbour, ref(one))).toBeUndefined();
    expect(tellOn(harbour, ref(one), 'reported', [])).toBeUndefined();
    expect(shareOf(harbour, ref(one), 'reported', [])).toBeNull();
  });
});

describe('what is told of an answer', () => {
  it('is what practice tells, for the right answer to every question of two decks', () => {
    for (const deck of [harbour, kazakhstan]) {
      for (const one of testable(deck)) {
        const [fact = '', question = ''] = one.split('/');
        const answer = rightAnswer(deck, one);
        const told = tellOn(deck, one, answer, []);
        expect(told).toEqual(giveFeedback(deck.deck, deck.key, deck.document, { fact, question, answer }));
        expect(told?.verdict.outcome, one).toBe('right');
        expect(shareOf(deck, one, answer, [])).toBe(1);
        expect(shareOf(deck, one, null, [])).toBe(0);
      }
    }
  });

  it('is nothing but the verdict where the answer is unclear, until the question is closed', () => {
    const unclear = tellOn(harbour, ref(LENGTH), '340 seconds', []);
    expect(unclear).toEqual({ verdict: expect.objectContaining({ outcome: 'again' }) });
    expect(tellAfter(harbour, ref(LENGTH), '340 seconds', [])?.told?.solution).toEqual(['340 m']);
    expect(shares(LENGTH, ['340 seconds'], [])).toEqual([0]);
  });

  it('is of the key that judged it best', () => {
    const repairs = [key(FLEET, 'Kelder Bay', true)];
    expect(tellOn(harbour, ref(FLEET), 'Kelder Bay', repairs)?.told?.solution).toEqual(['Kelder Bay']);
    expect(tellOn(harbour, ref(FLEET), 'Orvik', repairs)?.told?.solution).toEqual(['Orvik']);
    expect(tellOn(harbour, ref(FLEET), 'Tarn Point', repairs)?.told?.solution).toEqual(['Orvik']);
  });

  it('asks again where an answer is unclear under one key and wrong under another', () => {
    const which = 'stone-pier-finished/which-year';
    const repairs = [key(which, '1872-05', true)];
    expect(tellOn(harbour, ref(which), '1872', repairs)?.verdict.outcome).toBe('again');
  });

  it('counts nothing, and harms nothing, where what was kept is of another kind or an option that is gone', () => {
    const text = fc.string({ maxLength: 20 });
    const anyAnswer = fc.oneof(
      text,
      fc.array(text, { maxLength: 5 }),
      fc.array(fc.tuple(text, text), { maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...testable(harbour)), anyAnswer, (one, answer) => {
        expect(shareOf(harbour, one, answer, [])).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
    expect(shares(FLEET, ['(an option that is gone)'], [])).toEqual([0]);
    expect(shareOf(harbour, ref(FLEET), ['Orvik'], [])).toBe(0);
    expect(shareOf(harbour, ref('three-trades/name-the-three'), [['herring', 'salt']], [])).toBe(0);
  });
});

describe('a repair', () => {
  const answers = ['Ilse Brandt', 'Tomas Reyle', 'Otto Ekdal'];

  it('gives the better share of both keys where another answer is also right', () => {
    expect(shares(DESIGNER, answers, [])).toEqual([1, 0, 0]);
    expect(shares(DESIGNER, answers, [key(DESIGNER, 'Otto Ekdal', true)])).toEqual([1, 0, 1]);
  });

  it('gives the new key alone where another answer is right instead, also one that the author rejects', () => {
    expect(shares(DESIGNER, answers, [key(DESIGNER, 'Tomas Reyle', false)])).toEqual([0, 1, 0]);
  });

  it('adds to the repairs before it', () => {
    const both = [key(DESIGNER, 'Tomas Reyle', true), key(DESIGNER, 'Otto Ekdal', true)];
    expect(shares(DESIGNER, answers, both)).toEqual([1, 1, 1]);
    const instead = [key(DESIGNER, 'Tomas Reyle', false), key(DESIGNER, 'Otto Ekdal', true)];
    expect(shares(DESIGNER, answers, instead)).toEqual([0, 1, 1]);
  });

  it('gives everyone credit, or drops the question, whatever the keys: the later of the two', () => {
    const credit = repair(DESIGNER, { do: 'credit' });
    const drop = repair(DESIGNER, { do: 'drop' });
    const other = key(DESIGNER, 'Otto Ekdal', false);
    expect(shares(DESIGNER, answers, [credit, other])).toEqual([1, 1, 1]);
    expect(shareOf(harbour, ref(DESIGNER), null, [credit])).toBe(1);
    expect(shares(DESIGNER, answers, [credit, drop])).toEqual([null, null, null]);
    expect(shares(DESIGNER, answers, [drop, credit])).toEqual([1, 1, 1]);
  });

  it('changes nothing for another question, and nothing where its answer does not fit', () => {
    expect(shares(DESIGNER, answers, [repair(FLEET, { do: 'drop' })])).toEqual([1, 0, 0]);
    expect(shares(DESIGNER, answers, [key(FLEET, 'Otto Ekdal', false)])).toEqual([1, 0, 0]);
    expect(shares(FLEET, ['Orvik', 'Oslo'], [key(FLEET, 'Oslo', false)])).toEqual([1, 0]);
  });

  test.each([
    ['an option', FLEET, 'Tarn Point', true],
    ['what is no option', FLEET, 'Oslo', false],
    ['nothing', FLEET, null, false],
    ['several for one', FLEET, ['Orvik', 'Tarn Point'], false],
    ['a number', LENGTH, '350', true],
    ['a number in another unit', LENGTH, '0.35 km', false],
    ['a word for a number', LENGTH, 'long', false],
    ['an answer to no question', 'nothing/at-all', 'Orvik', false],
  ])('takes or refuses %s as the key of a question', (_, question, answer, fits) => {
    expect(fitsQuestion(harbour, ref(question), answer)).toBe(fits);
  });
});
