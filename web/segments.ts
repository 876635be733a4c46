import type { Place } from '../questions/passage.ts';

/** A place with a name. */
export interface NamedPlace {
  readonly id: string;
  readonly place: Place;
}

/** A stretch of text in which the same places hold from end to end. */
export interface Segment extends Place {
  /** The places that cover it. */
  readonly ids: readonly string[];
  /** Those of them that begin with it, within this range. */
  readonly begins: readonly string[];
}

/** A range of the document split wherever a place begins or ends, so that overlapping places can all be shown. */
export function segmentsOf(range: Place, places: readonly NamedPlace[]): readonly Segment[] {
  const within = places.filter(({ place }) => place.start < range.end && place.end > range.start);
  const cuts = within
    .flatMap(({ place }) => [place.start, place.end])
    .filter((cut) => cut > range.start && cut < range.end);
  const edges = [...new Set([range.start, ...cuts, range.end])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, at) => {
    const end = edges[at + 1] ?? range.end;
    const covering = within.filter(({ place }) => place.start <= start && place.end >= end);
    const begins = covering.filter(({ place }) => Math.max(place.start, range.start) === start);
    return { start, end, ids: covering.map(({ id }) => id), begins: begins.map(({ id }) => id) };
  });
}
