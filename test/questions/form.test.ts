import { describe, expect, it } from 'vitest';
import { fold } from '../../questions/fold.ts';
import { chooseForm, demandFor } from '../../questions/form.ts';
import type { Demand, Form } from '../../questions/form.ts';
import { answered, fact, question } from './someReviews.ts';

const form = (id: string, demand: Demand): Form => ({ id: question(id), demand });
const LADDER = [form('pick', 0), form('judge', 1), form('fill', 2), form('recall', 3)];
const any = (): boolean => true;
const choose = (demand: Demand, recent: string[], forms = LADDER, allowed: (id: string) => boolean = any) =>
  chooseForm(forms, { demand, recentQuestions: recent.map(question) }, allowed, 'seed');

describe('demandFor', () => {
  it('grows with the memory and falls back after again', () => {
    const after = (...ratings: (1 | 2 | 3 | 4)[]) =>
      demandFor(fold(ratings.map((rating, index) => answered(index * 4, { rating }))).facts.get(fact('a')));
    expect(demandFor(undefined)).toBe(0);
    expect([after(3), after(3, 3), after(3, 3, 4), after(3, 3, 4, 1)]).toEqual([1, 2, 3, 0]);
  });
});

describe('chooseForm', () => {
  it('asks a new fact in the form that demands least', () => {
    expect(choose(0, [])).toBe('pick');
  });

  it('asks a strong memory for free recall', () => {
    expect(choose(3, ['pick'])).toBe('recall');
  });

  it('does not repeat the last form where there is another, however far off', () => {
    expect(choose(3, ['recall', 'fill'])).toBe('fill');
    expect(choose(3, ['recall'], [form('pick', 0), form('recall', 3)])).toBe('pick');
  });

  it('repeats the only form there is', () => {
    expect(choose(3, ['pick'], [form('pick', 0)])).toBe('pick');
  });

  it('rotates through the fitting forms, the one not asked for longest first', () => {
    const forms = [form('a', 2), form('b', 2), form('c', 2)];
    const asked: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const recent = [...new Set([...asked].reverse())];
      asked.push(choose(2, recent, forms) ?? 'none');
    }
    expect(new Set(asked.slice(0, 3)).size).toBe(3);
    expect(asked.slice(3)).toEqual(asked.slice(0, 3));
  });

  it('returns null when no form is allowed', () => {
    expect(choose(0, [], LADDER, () => false)).toBeNull();
    expect(choose(0, ['pick'], LADDER, (id) => id === 'pick')).toBeNull();
  });
});
