import { expect, test } from 'vitest';
import { wishOf } from '../../../web/embed/frameWish.ts';

const PLAIN = {
  hosted: false,
  tags: [],
  count: 5,
  mode: 'practice',
  theme: 'auto',
  highlight: false,
  secret: null,
};

test.each([
  ['', {}],
  ['#', {}],
  ['#v=1', { hosted: true }],
  ['#v=2', {}],
  ['#tags=csto,energy&count=12', { tags: ['csto', 'energy'], count: 12 }],
  ['#tags=csto%20energy,,csto', { tags: ['csto', 'energy'] }],
  ['#tags=<b>,Ümlaut,ok', { tags: ['ok'] }],
  ['#mode=once', { mode: 'once' }],
  ['#mode=twice', {}],
  ['#theme=dark', { theme: 'dark' }],
  ['#theme=sepia', {}],
  ['#highlight=page', { highlight: true }],
  ['#highlight=yes', {}],
  ['#?secret=a1B2c3D4e5', { secret: 'a1B2c3D4e5' }],
  ['#v=1&secret=<script>', { hosted: true }],
  ['#count=0', { count: 1 }],
  ['#count=51', { count: 50 }],
  ['#count=99999', {}],
  ['#count=-3', {}],
  ['#count=2.5', {}],
  ['#count=NaN', {}],
  ['#count=%E0%A4%A', {}],
  ['#count=7&count=9&lang=xx&unknown=1', { count: 7 }],
])('the fragment %j wishes for what it says, and falls back where it is odd', (fragment, wish) => {
  expect(wishOf(fragment)).toEqual({ ...PLAIN, ...wish });
});

test('a fragment of any length names at most twenty tags', () => {
  const tags = Array.from({ length: 5000 }, (_, at) => `t${at}`).join(',');
  expect(wishOf(`#tags=${tags}`).tags).toHaveLength(20);
});
