import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../questions/compile.ts';
import { parseDeckFile } from '../../../questions/deckSource.ts';
import { fold, type Retired, type Reworded } from '../../../questions/fold.ts';
import type { FactId } from '../../../questions/ids.ts';
import { findPassage } from '../../../questions/passage.ts';
import { reanchor } from '../../../questions/reanchor/reanchor.ts';
import type { Review } from '../../../questions/review.ts';
import { buildSession } from '../../../questions/session.ts';

const BEFORE = `Tarn lies on the coast of the northern sea.

Ada Lund built the harbour of Tarn in 1821, with her own money. It shelters about 40 fishing boats in winter.

The lighthouse stands on the western pier. Its lamp was lit for the first time in 1840.

The town council closed the old fish market in 1975.
`;

/** One paragraph stays, one goes to the end, one sentence is said in other words, one is taken out. */
const AFTER = `Tarn lies on the coast of the northern sea. It is a small town.

The lighthouse stands on the western pier. Its lamp was lit for the first time in 1840.

Ada Lund built the harbour of Tarn in 1821, with her own money. It now shelters about 55 fishing boats in the winter.
`;

const PASSAGES = {
  coast: { exact: 'Tarn lies on the coast' },
  builder: { exact: 'Ada Lund built the harbour of Tarn in 1821' },
  boats: { exact: 'It shelters about 40 fishing boats in winter.' },
  pier: { exact: 'The lighthouse stands on the western pier.' },
  lamp: { exact: 'Its lamp was lit for the first time in 1840.' },
  market: { exact: 'The town council closed the old fish market in 1975.' },
};

test('a changed document has passages that are the same, moved, reworded and gone', () => {
  const anchored = reanchor(BEFORE, AFTER, PASSAGES, 'en');
  expect(Object.fromEntries(Object.entries(anchored).map(([id, { as }]) => [id, as]))).toEqual({
    coast: 'same',
    builder: 'moved',
    boats: 'reworded',
    pier: 'same',
    lamp: 'same',
    market: 'gone',
  });
  for (const one of Object.values(anchored))
    if (one.as !== 'gone')
      expect(findPassage(AFTER, one.passage)).toEqual({ found: 'once', place: one.place });
  const { boats } = anchored;
  expect(boats?.as === 'reworded' && boats.passage.exact).toBe(
    'It now shelters about 55 fishing boats in the winter',
  );
});

test.each([
  ['other white space', (text: string) => text.replace(/ /g, '\r\n')],
  ['other quotation marks and dashes', (text: string) => text.replace(/“|”/g, '"').replace(/–/g, '-')],
  ['capitals', (text: string) => text.toUpperCase()],
  ['letters in two characters', (text: string) => text.normalize('NFD')],
])('words that differ by %s alone have moved', (_what, change) => {
  const sentence = 'The café – “Orvik” – opened in 1904';
  const after = `A new first line.\n\n${change(`${sentence} on the pier.`)}\n`;
  const { cafe } = reanchor(`${sentence} on the pier.`, after, { cafe: { exact: sentence } }, 'en');
  expect(cafe?.as).toBe('moved');
  expect(cafe?.as === 'moved' && after.slice(cafe.place.start, cafe.place.end)).toBe(change(sentence));
});

test('of words that stand several times now, those are taken that have most of the old surroundings', () => {
  const before = 'The mill stood by the river. It burnt down in 1870.';
  const after = `The school is new. It burnt down in 1870.\n\n${before}`;
  const { fire } = reanchor(before, after, { fire: { exact: 'It burnt down in 1870.' } }, 'en');
  expect(fire?.as === 'same' && fire.place.start).toBe(after.lastIndexOf('It burnt'));
});

test('two passages that stood apart do not become one by likeness', () => {
  const before = 'Ann built the red mill in 1801. Bob built the blue mill in 1803.';
  const after = 'Ann built a red mill in 1801.';
  const anchored = reanchor(
    before,
    after,
    { red: { exact: 'Ann built the red mill in 1801' }, blue: { exact: 'Bob built the blue mill in 1803' } },
    'en',
  );
  expect([anchored['red']?.as, anchored['blue']?.as]).toEqual(['reworded', 'gone']);
});

test('two passages in the same words do not become one when one of them is taken out', () => {
  const before =
    'The mill stood by the river. It burnt down in 1870.\n\nThe school is old. It burnt down in 1870.';
  const passages = {
    mill: { exact: 'It burnt down in 1870.', prefix: 'river. ' },
    school: { exact: 'It burnt down in 1870.', prefix: 'old. ' },
  };
  const classes = (after: string) => {
    const { mill, school } = reanchor(before, after, passages, 'en');
    return [mill?.as, school?.as];
  };
  expect(classes('The mill stood by the river. It burnt down in 1870.')).toEqual(['same', 'gone']);
  expect(classes('The school is old. It burnt down in 1870.')).toEqual(['gone', 'same']);

  const after = before.toUpperCase();
  const { mill, school } = reanchor(before, after, passages, 'en');
  expect([mill?.as, mill?.as === 'moved' && mill.place.start]).toEqual(['moved', after.indexOf('IT BURNT')]);
  expect([school?.as, school?.as === 'moved' && school.place.start]).toEqual([
    'moved',
    after.lastIndexOf('IT BURNT'),
  ]);
});

test.each([
  [
    'the last word',
    'It closed the old market in 1975 for good.',
    'closed the old market in 1975',
    '1975',
    '1981',
  ],
  [
    'the first word',
    'So 40 boats lie in the harbour of Tarn.',
    '40 boats lie in the harbour of Tarn',
    '40',
    '55',
  ],
  ['a script without spaces', '会议于1992年在北京举行。', '会议于1992年在北京举行', '1992', '1993'],
])('a passage that differs in %s is found with the new one', (_what, before, exact, old, now) => {
  const { it } = reanchor(before, before.replace(old, now), { it: { exact } }, 'en');
  expect(it?.as === 'reworded' && it.passage.exact).toBe(exact.replace(old, now));
});

test('a document of a million characters takes seconds, not minutes', { timeout: 60_000 }, () => {
  const sentence = (at: number) =>
    `Sentence ${at} says that item ${(at * 7) % 991} was made by person ${at % 313}.`;
  const before = Array.from({ length: 18_000 }, (_, at) => sentence(at)).join(' ');
  const passages = Object.fromEntries(
    Array.from({ length: 50 }, (_, at) => [`f${at}`, { exact: sentence(at * 300) }]),
  );
  const startMs = performance.now();
  const anchored = reanchor(before, before.replaceAll('was made', 'has been made'), passages, 'en');
  expect(performance.now() - startMs).toBeLessThan(20_000);
  expect(Object.values(anchored).every(({ as }) => as === 'reworded')).toBe(true);
});

describe('on the first deck', () => {
  const folder = join(import.meta.dirname, '../../../questions/decks/kazakhstan-january-2022');
  const document = readFileSync(join(folder, 'document.md'), 'utf8');
  const parsed = parseDeckFile(readFileSync(join(folder, 'deck.yaml'), 'utf8'));
  if (!parsed.ok) throw new Error('no deck');
  const facts = Object.entries(parsed.source.file.facts);
  const passages = Object.fromEntries(facts.map(([id, { passage }]) => [id, passage]));

  test('in an untouched document every passage is the same', () => {
    const anchored = reanchor(document, document, passages, 'en');
    expect(Object.values(anchored).every(({ as }) => as === 'same')).toBe(true);
    for (const [id, { passage }] of facts) {
      const one = anchored[id];
      expect(one?.as === 'same' && one.place).toEqual(
        (findPassage(document, passage) as { place: unknown }).place,
      );
    }
  });

  test('a paragraph put in anywhere leaves every passage the same', () => {
    const breaks = [0, ...[...document.matchAll(/\n\n/g)].map(({ index }) => index + 2), document.length];
    fc.assert(
      fc.property(
        fc.constantFrom(...breaks),
        fc.constantFrom('A word.', 'Russia and China met again in 2025.'),
        (at, text) => {
          const after = `${document.slice(0, at)}\n\n${text}\n\n${document.slice(at)}`;
          const anchored = reanchor(document, after, passages, 'en');
          expect(Object.entries(anchored).filter(([, { as }]) => as !== 'same')).toEqual([]);
        },
      ),
    );
  });

  test('whatever is cut out of it, each passage that is found stands where it is said to stand', () => {
    fc.assert(
      fc.property(fc.nat(document.length), fc.nat(400), (from, length) => {
        const after = document.slice(0, from) + document.slice(from + length);
        for (const one of Object.values(reanchor(document, after, passages, 'en')))
          if (one.as !== 'gone')
            expect(findPassage(after, one.passage)).toEqual({ found: 'once', place: one.place });
      }),
      { numRuns: 25 },
    );
  });
});

describe('what a learner keeps', () => {
  const DAY = 86_400_000;
  const ANSWERED = Date.UTC(2026, 10, 1, 12);
  const CHANGED = Date.UTC(2026, 10, 5, 12);
  const ids = ['coast', 'builder', 'boats', 'market'] as unknown as readonly FactId[];
  const [, , boats, market] = ids;

  const answer = (fact: FactId, at: number, serial: number): Review =>
    ({
      id: `01J0000000000000000000${String(serial).padStart(4, '0')}`,
      type: 'answer',
      fact,
      question: 'who',
      answer: 'x',
      outcome: 'right',
      share: 1,
      rating: 4,
      tookMs: 1000,
      answeredAtMs: at,
      zone: 0,
    }) as unknown as Review;
  const reviews = ids.flatMap((fact, at) => [
    answer(fact, ANSWERED - 9 * DAY, at),
    answer(fact, ANSWERED, at + 10),
  ]);
  const retired: Retired = new Map(market === undefined ? [] : [[market, null]]);
  const reworded: Reworded = new Map(boats === undefined ? [] : [[boats, CHANGED]]);
  const before = fold(reviews);

  test('same and moved: the due date stays; reworded: due at once; gone: kept, and asked no more', () => {
    const after = fold(reviews, retired, reworded);
    const due = (id: FactId | undefined, from = after) =>
      id === undefined ? undefined : from.facts.get(id)?.dueAtMs;
    expect(due(ids[0])).toBe(due(ids[0], before));
    expect(due(ids[1])).toBe(due(ids[1], before));
    expect(due(boats, before)).toBeGreaterThan(CHANGED);
    expect(due(boats)).toBe(CHANGED);
    expect(market !== undefined && after.facts.get(market)).toEqual(
      market !== undefined && before.facts.get(market),
    );
    const asked = buildSession({
      facts: ids.slice(0, 3).map((id) => ({ id, tags: [], questions: [{ id: 'who', demand: 2 }] as never })),
      schedule: after,
      nowMs: CHANGED,
      zone: 0,
      limit: 10,
      newPerDay: 0,
      seed: 1,
    });
    expect(asked.map(({ fact }) => fact)).toEqual([boats]);
  });

  test('a reworded fact is asked once: its memory goes on with the next answer, as if nothing had been', () => {
    const next = boats === undefined ? [] : [answer(boats, CHANGED + 1, 30)];
    const all = [...reviews, ...next];
    expect(fold(all, retired, reworded).facts).toEqual(fold(all, retired).facts);
  });

  test('the order of reviews changes nothing, and a deck without changes folds as ever', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(reviews, { minLength: reviews.length }), (shuffled) => {
        expect(fold(shuffled, retired, reworded)).toEqual(fold(reviews, retired, reworded));
      }),
    );
    expect(fold(reviews, retired, new Map())).toEqual(fold(reviews, retired));
  });
});

test('a deck tells since when a fact is reworded or gone', () => {
  const sha = '0'.repeat(64);
  const yaml = `title: T
language: en
access: open
documentSha256: "${sha}"
retired: [{ id: market, gone: 2026-11-05T12:00:00Z }]
facts:
  boats:
    statement: It shelters 40 boats.
    standing: stated
    passage: { exact: "It shelters about 40 fishing boats in winter." }
    reworded: 2026-11-05T12:00:00Z
    questions:
      how-many: { kind: number, prompt: "How many boats does it shelter?", answer: 40 }
`;
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { deck } = compile('tarn', sha, parsed.source.file, BEFORE);
  expect(deck.facts[0]?.rewordedAtMs).toBe(Date.UTC(2026, 10, 5, 12));
  expect(deck.retired).toEqual([{ id: 'market', goneAtMs: Date.UTC(2026, 10, 5, 12) }]);
});
