import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentsOf } from '../../web/segments.ts';

test('splits overlapping places into stretches that say which places cover them', () => {
  const places = [
    { id: 'a', place: { start: 2, end: 6 } },
    { id: 'b', place: { start: 4, end: 8 } },
  ];
  expect(segmentsOf({ start: 0, end: 10 }, places)).toEqual([
    { start: 0, end: 2, ids: [], begins: [] },
    { start: 2, end: 4, ids: ['a'], begins: ['a'] },
    { start: 4, end: 6, ids: ['a', 'b'], begins: ['b'] },
    { start: 6, end: 8, ids: ['b'], begins: [] },
    { start: 8, end: 10, ids: [], begins: [] },
  ]);
});

test('lets a place that began in an earlier paragraph begin again at the edge of this one', () => {
  expect(segmentsOf({ start: 10, end: 20 }, [{ id: 'a', place: { start: 5, end: 12 } }])[0]).toMatchObject({
    end: 12,
    begins: ['a'],
  });
});

test('covers the range exactly once and every place wholly, whatever the places', () => {
  const place = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 8 }), (places) => {
      const range = { start: 10, end: 50 };
      const segments = segmentsOf(
        range,
        places.map((one, at) => ({ id: String(at), place: one })),
      );
      const at = (offset: number) => segments.filter(({ start, end }) => start <= offset && offset < end);
      for (let offset = range.start; offset < range.end; offset += 1) {
        const covering = places.flatMap((one, i) =>
          one.start <= offset && offset < one.end ? [String(i)] : [],
        );
        expect(at(offset).map(({ ids }) => ids)).toEqual([covering]);
      }
    }),
  );
});
