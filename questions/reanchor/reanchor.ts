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
  const folded = foldText(after);
  const likest = likestIn(after, allSentences(after, language));
  const found = stood.map(
    ({ passage, place }): Found | undefined =>
      exactly(before, after, passage, place) ?? asFolded(folded, passage) ?? asLike(likest(passage.exact)),
  );
  const own = withoutClaimedTwice(stood, found);
  const inOrder = longestRun(
    own.map((one) => (one?.by === 'exact' ? one.place.start : -1)),
    'or-equal',
  );
  return Object.fromEntries(stood.map(({ id }, at) => [id, anchored(after, own[at], inOrder.has(at))]));
}

/** Where it stands once as it was quoted, or its words stand once, or where most of what was around it stands too. */
function exactly(before: string, after: string, passage: Passage, was: Place | undefined): Found | undefined {
  const places = placesOf(after, passage.exact);
  const quoted = findPassage(after, passage);
  const [only] = places;
  if (quoted.found === 'once') return exact(quoted.place);
  if (only === undefined) return undefined;
  if (places.length === 1 || was === undefined) return exact(only);
  const [head, tail] = around(before, was);
  const fit = places.map((place) => {
    const [nowHead, nowTail] = around(after, place);
    return sharedEnd(head, nowHead) + sharedStart(tail, nowTail);
  });
  const best = Math.max(...fit);
  return exact(places[fit.indexOf(best)] ?? only);
}

/** What stands before and after a place. */
function around(text: string, { start, end }: Place): readonly [before: string, after: string] {
  return [text.slice(0, start), text.slice(end)];
}

function exact(place: Place): Found {
  return { place, by: 'exact', likeness: 1 };
}

/** The least number of characters on either side that tell one occurrence from another. */
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

function asFolded(folded: FoldedText, { exact: words }: Passage): Found | undefined {
  const wanted = foldText(words).text.trim();
  const at = wanted === '' ? -1 : folded.text.indexOf(wanted);
  if (at < 0) return undefined;
  return { place: folded.original({ start: at, end: at + wanted.length }), by: 'folded', likeness: 1 };
}

function asLike(like: ReturnType<ReturnType<typeof likestIn>>): Found | undefined {
  return like === undefined || like.likeness < LIKENESS_MIN ? undefined : { ...like, by: 'likeness' };
}

/** Two passages that stood apart are not found in the same words by likeness: the likelier one keeps them. */
function withoutClaimedTwice(
  stood: readonly Stood[],
  found: readonly (Found | undefined)[],
): readonly (Found | undefined)[] {
  return found.map((own, at) => {
    if (own?.by !== 'likeness') return own;
    const isClaimed = found.some((other, index) => {
      if (other === undefined || index === at || !overlap(own.place, other.place)) return false;
      const [here, there] = [stood[at]?.place, stood[index]?.place];
      if (here !== undefined && there !== undefined && overlap(here, there)) return false;
      return other.likeness > own.likeness || (other.likeness === own.likeness && index < at);
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
