import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cuesAmong, drawn, questionsInScope, seedOf } from '../../../questions/classroom/draw.ts';
import { MemberIdSchema } from '../../../questions/classroom/ids.ts';
import { refsIn, testView } from '../../../questions/classroom/testQuestion.ts';
import type { CompiledDeck } from '../../../questions/compile.ts';
import type { DeckFile } from '../../../questions/deck.ts';
import { harbour, harbourWith, kazakhstan, ref, testable } from './someDecks.ts';
import { someTest } from './someTest.ts';

const seeds = fc.string({ minLength: 1, maxLength: 20 });
const counts = fc.integer({ min: 1, max: 30 });
const factOf = (one: string) => one.split('/')[0] ?? '';
const tagsOf = ({ deck }: CompiledDeck, one: string) =>
  deck.facts.find(({ id }) => id === factOf(one))?.tags ?? [];
const byQuestions = (questions: readonly string[]) => ({ by: 'questions', questions });

/** Harbour with one more fact, asked in a typed question whose prompt has the answer of others. */
const withCue = (prompt: string, change: (file: DeckFile) => DeckFile = (file) => file) =>
  harbourWith((before): DeckFile => {
    const file = change(before);
    const { 'fleet-moved': fleet } = file.facts;
    if (fleet === undefined) throw new Error('Inconsistent: no such fact');
    const cue = { kind: 'choice' as const, prompt, answer: 'yes', distractors: [{ text: 'no' }], allow: [] };
    return { ...file, facts: { ...file.facts, cue: { ...fleet, questions: { asked: cue } } } };
  });

describe('the questions in scope', () => {
  const inHarbour = (scope: unknown) => questionsInScope(harbour, someTest({ scope }).scope);

  it('are the authored ones of the facts that are chosen', () => {
    expect(inHarbour({ by: 'all' })).toEqual(testable(harbour).filter((one) => !one.endsWith('/evidence')));
    expect(inHarbour({ by: 'tags', tags: ['fleet', 'none'] })).toEqual(['fleet-moved/where-to']);
    expect(inHarbour({ by: 'facts', facts: ['ferry-now', 'cranes', 'gone'] })).toEqual([
      'cranes/who-holds-what',
      'ferry-now/true-of-it',
    ]);
  });

  it('are those picked that there are, in their order, each once, also where one asks for the passage', () => {
    const picked = ['fleet-moved/where-to', 'gone/gone', 'fleet-moved/evidence', 'fleet-moved/where-to'];
    expect(inHarbour(byQuestions(picked))).toEqual(['fleet-moved/where-to', 'fleet-moved/evidence']);
  });

  it('have none that cannot be asked without telling its key', () => {
    const askable = new Set<string>(testable(kazakhstan));
    expect(refsIn(kazakhstan).length).toBeGreaterThan(askable.size);
    const all = questionsInScope(kazakhstan, someTest({ scope: { by: 'all' } }).scope);
    expect(all.filter((one) => !askable.has(one))).toEqual([]);
  });
});

describe('the questions that are drawn', () => {
  it('are the same for the same seed, deck and settings, and others for another seed', () => {
    const lists = new Set<string>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const test = someTest({ count: 12 });
        lists.add(drawn(kazakhstan, test, seed).join());
        expect(drawn(kazakhstan, test, seed)).toEqual(drawn(structuredClone(kazakhstan), test, seed));
      }),
      { numRuns: 30 },
    );
    expect(lists.size).toBeGreaterThan(25);
  });

  it('are as many as were asked for, one a fact, and none gives another away', () => {
    fc.assert(
      fc.property(fc.constantFrom(harbour, kazakhstan), counts, seeds, (deck, count, seed) => {
        const questions = drawn(deck, someTest({ count }), seed);
        expect(questions).toHaveLength(Math.min(count, deck.deck.facts.length));
        expect(new Set(questions.map(factOf)).size).toBe(questions.length);
        expect(cuesAmong(deck, questions)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are all that can be asked together where no count is given, and 60 at most', () => {
    expect(drawn(harbour, someTest(), 'seed')).toHaveLength(10);
    expect(drawn(kazakhstan, someTest(), 'seed')).toHaveLength(60);
  });

  it('are each as often asked as another, within a factor of three', () => {
    const times = new Map<string, number>();
    for (let nth = 0; nth < 400; nth += 1)
      for (const one of drawn(kazakhstan, someTest({ count: 10 }), `seed-${nth}`))
        times.set(factOf(one), (times.get(factOf(one)) ?? 0) + 1);
    expect(times.size).toBe(kazakhstan.deck.facts.length);
    const mean = (400 * 10) / times.size;
    expect(Math.min(...times.values())).toBeGreaterThan(mean / 3);
    expect(Math.max(...times.values())).toBeLessThan(mean * 3);
  });

  it("come from the scope's tags in proportion", () => {
    const tags = [...new Set(kazakhstan.deck.facts.flatMap((fact) => fact.tags))];
    const [half] = [kazakhstan.deck.facts.length / 2];
    fc.assert(
      fc.property(seeds, (seed) => {
        const questions = drawn(kazakhstan, someTest({ count: Math.round(half) }), seed);
        for (const tag of tags) {
          const all = kazakhstan.deck.facts.filter((fact) => fact.tags.includes(tag)).length;
          const some = questions.filter((one) => tagsOf(kazakhstan, one).includes(tag)).length;
          if (all >= 6) expect(some, tag).toBeGreaterThan(0);
          if (all >= 6) expect(some, tag).toBeLessThan(all);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are those picked, all of them, two of a fact and cues too, in an order of the seed', () => {
    const picked = testable(harbour);
    const orders = ['a', 'b', 'c'].map((seed) =>
      drawn(harbour, someTest({ scope: byQuestions(picked) }), seed),
    );
    for (const order of orders) expect(order.toSorted()).toEqual(picked.toSorted());
    expect(new Set(orders.map((order) => order.join())).size).toBe(3);
    const some = drawn(harbour, someTest({ scope: byQuestions(picked), count: 4 }), 'a');
    expect(some).toHaveLength(4);
  });

  it('leave out what gives another away as long as there is a choice, and ask it where the count needs it', () => {
    const deck = withCue('Was Ilse Brandt at sea in 1871?');
    const facts = { by: 'facts', facts: ['cue', 'stone-pier-engineer', 'cranes'] };
    const isBoth = (list: readonly string[]) =>
      ['cue', 'stone-pier-engineer'].every((fact) => list.map(factOf).includes(fact));
    for (let nth = 0; nth < 40; nth += 1) {
      expect(isBoth(drawn(deck, someTest({ scope: facts, count: 2 }), `${nth}`))).toBe(false);
      expect(drawn(deck, someTest({ scope: facts }), `${nth}`)).toHaveLength(2);
      expect(isBoth(drawn(deck, someTest({ scope: facts, count: 3 }), `${nth}`))).toBe(true);
    }
  });

  it('are asked in an order that says nothing of which were drawn last', () => {
    const deck = withCue('Was Ilse Brandt at sea in 1871?');
    const facts = { by: 'facts', facts: ['cue', 'stone-pier-engineer', 'cranes'] };
    const lasts = Array.from({ length: 40 }, (_, nth) =>
      drawn(deck, someTest({ scope: facts, count: 3 }), `${nth}`).at(-1),
    );
    expect(lasts).toContain('cranes/who-holds-what');
  });
});

describe('a question that gives another one away', () => {
  const cue = ref('cue/asked');
  const told = (prompt: string) =>
    cuesAmong(withCue(prompt), testable(withCue(prompt)))
      .filter(([, by]) => by === cue)
      .map(([asked]) => asked);

  it('is one with a typed answer in what is read of it, in any form that would be accepted', () => {
    const designer = ['stone-pier-engineer/who-designed', 'stone-pier-engineer/designer-gap'];
    expect(told('Was ILSE BRANDT at sea?')).toEqual(designer);
    expect(told('Was it Brandt’s?')).toEqual(designer);
    expect(told('Was Ilsa Brandt at sea?')).toEqual(designer);
    expect(told('Was Brandtmann at sea?')).toEqual([]);
    expect(told('Was it 340 metres?')).toEqual(['stone-pier-length/how-long']);
  });

  it('is one with the date that is asked for, in words', () => {
    const deck = withCue('Was it on 4 May 1871?', (file) => {
      const { 'stone-pier-finished': pier } = file.facts;
      const asked = pier?.questions['which-year'];
      if (pier === undefined || asked?.kind !== 'short') throw new Error('Inconsistent: no such question');
      const questions = { when: { ...asked, answer: '1871-05-04' } };
      return { ...file, facts: { ...file.facts, 'stone-pier-finished': { ...pier, questions } } };
    });
    expect(cuesAmong(deck, questionsInScope(deck, { by: 'all' }))).toEqual([
      ['stone-pier-finished/when', cue],
    ]);
  });

  it('is one that has the whole key: every item, every blank', () => {
    expect(told('Was it herring and salt?')).toEqual([]);
    expect(told('Was it herring, sea salt and rope?')).toEqual(['three-trades/name-the-three']);
    expect(told('Was it Brandt in 1871?')).toContain('stone-pier-engineer/designer-and-year');
  });

  it('is not one whose options have the answer', () => {
    const options = testView(harbour, ref('fleet-moved/where-to'));
    expect(options).toMatchObject({ options: expect.arrayContaining(['Orvik']) });
    expect(cuesAmong(harbour, questionsInScope(harbour, { by: 'all' }))).toEqual([]);
  });

  it('is one that the deck keeps apart', () => {
    const { deck } = kazakhstan;
    expect(deck.apart.length).toBeGreaterThan(0);
    for (const [asked, by] of deck.apart) {
      if (testView(kazakhstan, ref(asked)) === undefined || asked === by) continue;
      expect(cuesAmong(kazakhstan, [ref(by), ref(asked)])).toContainEqual([asked, by]);
    }
  });
});

describe("the seed of a student's attempt", () => {
  const [one, other] = ['0123456789ABCDEFGHJKMNPQRS', '0123456789ABCDEFGHJKMNPQRT'].map((id) =>
    v.parse(MemberIdSchema, id),
  );
  if (one === undefined || other === undefined) throw new Error('Inconsistent: two ids');

  it("is the test's own where all are asked the same, and else each attempt's", () => {
    const same = someTest({ draw: 'same', seed: 'spring' });
    const each = someTest({ draw: 'each', seed: 'spring' });
    expect([seedOf(same, one, 1), seedOf(same, other, 2)]).toEqual(['spring', 'spring']);
    const own = [seedOf(each, one, 1), seedOf(each, one, 2), seedOf(each, other, 1)];
    expect(new Set(own).size).toBe(3);
  });
});
