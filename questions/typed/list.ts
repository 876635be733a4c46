import { allNames } from '../glossary.ts';
import { again, close, partial, right, withItems, wrong } from '../verdict.ts';
import type { ItemMark, Verdict } from '../verdict.ts';
import { assign } from './assign.ts';
import { foldWorld, phraseJudge } from './phrase.ts';
import type { PhraseWorld } from './phrase.ts';
import { MOST_CHARACTERS, readTyped } from './read-typed.ts';
import { listSplitter } from './split-list.ts';

/** One item of a list's key, with its other right forms. */
export interface ListItem {
  text: string;
  accept?: readonly string[];
}

/** A given item, and for each key item: 2 right, 1 close, 0 neither. */
interface Said {
  text: string;
  folded: string;
  fits: readonly (0 | 1 | 2)[];
}

/**
 * Judges a list in any order. A text that holds several items is split, and the first 2n items count, each once, a
 * repetition not at all. Items beyond the n asked cancel right ones: share = max(0, right − max(0, given − n)) / n.
 * The marks follow the given items, then the ones left out.
 */
export function judgeList(given: readonly string[], items: readonly ListItem[], world: PhraseWorld): Verdict {
  const said = readItems(given, items, world);
  if (said.length === 0) return again('not-given');
  const ofItem = assign(said.length, items.length, (g, k) => said[g]?.fits[k] ?? 0);
  const found = ofItem.filter((g) => g !== undefined).length;
  const marks = markItems(said, items, ofItem);
  const missed = marks.filter(({ given: text, outcome }) => text !== '' && outcome === 'wrong').length;
  const extras = Math.max(0, found + missed - items.length);
  const share = items.length === 0 ? 0 : Math.max(0, found - extras) / items.length;
  return withItems(verdictOf(share, found === items.length, marks), marks);
}

function verdictOf(share: number, isComplete: boolean, marks: readonly ItemMark[]): Verdict {
  if (share === 1) return marks.some(({ outcome }) => outcome === 'close') ? close() : right();
  if (share > 0) return partial(share, isComplete ? 'extra-items' : 'some-items');
  const hasRight = marks.some(({ outcome }) => outcome === 'right' || outcome === 'close');
  return wrong(hasRight ? 'extra-items' : 'different');
}

function formsOfItem(item: ListItem): readonly string[] {
  return [item.text, ...(item.accept ?? [])];
}

/** The items that the texts hold, at most 2n. A text that is itself an item stays whole, and so does one that is too long. */
function readItems(
  given: readonly string[],
  items: readonly ListItem[],
  world: PhraseWorld,
): readonly Said[] {
  const read = itemReader(items, world);
  const split = listSplitter([...items.flatMap(formsOfItem), ...allNames(world.glossary)]);
  const most = 2 * items.length;
  const said: Said[] = [];
  for (const text of given) {
    if (said.length === most) break;
    const whole = read(text);
    const isWhole = fitsAny(whole) || whole.text.length > MOST_CHARACTERS;
    const pieces = isWhole ? [whole.text] : split(text).slice(0, most - said.length);
    said.push(...pieces.map((piece) => (piece === whole.text ? whole : read(piece))));
  }
  return said.filter((item) => item.folded !== '' || fitsAny(item));
}

function fitsAny({ fits }: Said): boolean {
  return fits.some((fit) => fit > 0);
}

/** A reader of given items, made ready once. The other items are each item's rivals. */
function itemReader(items: readonly ListItem[], { glossary, rivals }: PhraseWorld): (text: string) => Said {
  const world = foldWorld({ glossary, rivals: [...rivals, ...items.flatMap(formsOfItem)] });
  const judges = items.map((item) => phraseJudge({ answer: item.text, accept: item.accept ?? [] }, world));
  return (given) => {
    const typed = readTyped(given);
    const fits = judges.map((judge): 0 | 1 | 2 => {
      const { outcome } = judge(typed);
      return outcome === 'right' ? 2 : outcome === 'close' ? 1 : 0;
    });
    return { text: typed.text, folded: typed.folded, fits };
  };
}

function markItems(
  said: readonly Said[],
  items: readonly ListItem[],
  ofItem: readonly (number | undefined)[],
): ItemMark[] {
  const itemOf = new Map(ofItem.flatMap((g, k) => (g === undefined ? [] : [[g, k] as const])));
  const seen = new Set<string>();
  const marks = said.map((one, g): ItemMark => {
    const given = one.text;
    const isRepeat = seen.has(one.folded) || fitsAny(one);
    seen.add(one.folded);
    const k = itemOf.get(g);
    const item = k === undefined ? undefined : items[k];
    if (k === undefined || item === undefined) return { given, outcome: isRepeat ? 'again' : 'wrong' };
    return { given, expected: item.text, outcome: one.fits[k] === 2 ? 'right' : 'close' };
  });
  const missing = items.filter((_, k) => ofItem[k] === undefined);
  return [
    ...marks,
    ...missing.map((item): ItemMark => ({ given: '', expected: item.text, outcome: 'wrong' })),
  ];
}
