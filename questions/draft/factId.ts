import { contentWords } from '../cue.ts';
import { fold } from '../typed/fold.ts';

const LENGTH_MAX = 48;
const WORDS = 4;

/** An id that a person can read, from a fact's answer and statement; `taken` has the new one afterwards. */
export function newFactId(answer: string, statement: string, taken: Set<string>): string {
  const own = slugged(fold(answer).split(' '));
  const words = [...contentWords(fold(statement))].filter((word) => !own.includes(slugged([word])));
  const stem = slugged([...own.split('-'), ...words.slice(0, WORDS)]) || 'fact';
  let id = stem;
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
  taken.add(id);
  return id;
}

/** Words of letters a to z and digits, joined by hyphens, as many as fit; names that objects inherit are none. */
function slugged(words: readonly string[]): string {
  let slug = '';
  for (const word of words.flatMap((one) => one.toLowerCase().split(/[^a-z0-9]+/))) {
    if (word === '' || word === 'constructor' || word === 'prototype') continue;
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > LENGTH_MAX) break;
    slug = longer;
  }
  return slug;
}
