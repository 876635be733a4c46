import type { Passage } from '../deck.ts';
import { allSentences } from '../document.ts';
import { longestRun } from '../longestRun.ts';
import { findPassage, overlap, type Place } from '../passage.ts';
import { passageAt } from '../passageAt.ts';
import { foldText, type FoldedText } from './foldedText.ts';
import { likestIn } from './likest.ts';

/**
 * Where a passage went when its document changed. `same`: its words stand there, in the same order with the others';
 * `moved`: its words stand elsewhere, or with other white space, quotation marks or case; `reworded`: something much like
 * it stands there; `gone`: nothing does. The two in the middle are for a person to look at.
 */
export type Anchored =
  | { readonly as: 'same' | 'moved'; readonly passage: Passage; readonly place: Place }
  | { readonly as: 'reworded'; readonly passage: Passage; readonly place: Place; readonly likeness: number }
  | { readonly as: 'gone' };

/** Below this a stretch is another sentence on the same subject. */
const LIKENESS_MIN = 0.6;

/** A fact's passage, and where it stood. */
interface Stood {
  readonly id: string;
  readonly passage: Passage;
  readonly place: Place | undefined;
}

interface Found {
  readonly place: Place;
  readonly by: 'exact' | 'folded' | 'likeness';
  readonly likeness: number;
  /** So many characters around it are those that stood around the passage. */
  readonly fit: number;
}

/** Finds each passage of a document again in the one that takes its place. */
export function reanchor(
  before: string,
  after: string,
  passages: Readonly<Record<string, Passage>>,
  language: string,
): Readonly<Record<string, Anchored>> {
  const stood = Object.entries(passages)
    .map(([id, passage]): Stood => {
      const found = findPassage(before, passage);
      return { id, passage, place: found.found === 'once' ? found.place : undefined };
    })
    .sort((a, b) => (a.place?.start ?? 0) - (b.place?.start ?? 0));
  const folded = once(() => foldText(after));
  const likest = once(() => likestIn(after, allSentences(after, language)));
  const found = stood.map(
    ({ passage, place }): Found | undefined =>
      exactly(before, after, passage, place) ??
      asFolded(folded(), before, passage, place) ??
      asLike(likest()(passage.exact)),
  );
  const own = withoutClaimedTwice(stood, found);
  const inOrder = longestRun(
    own.map((one) => (one?.by === 'exact' ? one.place.start : -1)),
    'or-equal',
  );
  return Object.fromEntries(stood.map(({ id }, at) => [id, anchored(after, own[at], inOrder.has(at))]));
}

/** Makes something when it is asked for, and keeps it: most passages are found without. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Where it stands as it was quoted, or its words stand; where that is often, in most of what was around it. */
function exactly(before: string, after: string, passage: Passage, was: Place | undefined): Found | undefined {
  const around = aroundOf(before, was);
  const quoted = findPassage(after, passage);
  const places = quoted.found === 'once' ? [quoted.place] : placesOf(after, passage.exact);
  const best = bestFit(after, places, around);
  return best === undefined ? undefined : { ...best, by: 'exact', likeness: 1 };
}

/** What stands around a place, as far as it tells one occurrence from another. */
function aroundOf(text: string, was: Place | undefined): readonly [before: string, after: string] {
  if (was === undefined) return ['', ''];
  return [
    text.slice(Math.max(0, was.start - AROUND_MAX), was.start),
    text.slice(was.end, was.end + AROUND_MAX),
  ];
}

/** The place with most of these surroundings; the first of equals. */
function bestFit(
  text: string,
  places: readonly Place[],
  [head, tail]: readonly [before: string, after: string],
): { readonly place: Place; readonly fit: number } | undefined {
  let best: { place: Place; fit: number } | undefined;
  for (const place of places) {
    const [nowHead, nowTail] = aroundOf(text, place);
    const fit = sharedEnd(head, nowHead) + sharedStart(tail, nowTail);
    if (best === undefined || fit > best.fit) best = { place, fit };
  }
  return best;
}

/** So many characters on either side are compared. */
const AROUND_MAX = 300;

function sharedEnd(a: string, b: string): number {
  let count = 0;
  while (
    count < AROUND_MAX &&
    count < a.length &&
    count < b.length &&
    a[a.length - 1 - count] === b[b.length - 1 - count]
  )
    count += 1;
  return count;
}

function sharedStart(a: string, b: string): number {
  let count = 0;
  while (count < AROUND_MAX && count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function placesOf(text: string, part: string): readonly Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    places.push({ start: at, end: at + part.length });
  return places;
}

function asFolded(
  folded: FoldedText,
  before: string,
  { exact }: Passage,
  was: Place | undefined,
): Found | undefined {
  const wanted = foldText(exact).text.trim();
  const [head, tail] = aroundOf(before, was);
  const around = [foldText(head).text, foldText(tail).text] as const;
  const places = wanted === '' ? [] : placesOf(folded.text, wanted);
  const best = bestFit(folded.text, places, around);
  return best && { place: folded.original(best.place), fit: best.fit, by: 'folded', likeness: 1 };
}

function asLike(like: ReturnType<ReturnType<typeof likestIn>>): Found | undefined {
  return like === undefined || like.likeness < LIKENESS_MIN ? undefined : { ...like, fit: 0, by: 'likeness' };
}

/** Two passages that stood apart are not found in the same words: the likelier one, or the one that fits in better, keeps them. */
function withoutClaimedTwice(
  stood: readonly Stood[],
  found: readonly (Found | undefined)[],
): readonly (Found | undefined)[] {
  return found.map((own, at) => {
    if (own === undefined) return undefined;
    const isClaimed = found.some((other, index) => {
      if (other === undefined || index === at || !overlap(own.place, other.place)) return false;
      const [here, there] = [stood[at]?.place, stood[index]?.place];
      if (here === undefined || there === undefined || overlap(here, there)) return false;
      return (other.likeness - own.likeness || other.fit - own.fit || at - index) > 0;
    });
    return isClaimed ? undefined : own;
  });
}

function anchored(after: string, found: Found | undefined, isInOrder: boolean): Anchored {
  const passage = found === undefined ? undefined : passageAt(after, found.place);
  if (found === undefined || passage === undefined) return { as: 'gone' };
  const { place, by, likeness } = found;
  if (by === 'likeness') return { as: 'reworded', passage, place, likeness };
  return { as: by === 'exact' && isInOrder ? 'same' : 'moved', passage, place };
}
