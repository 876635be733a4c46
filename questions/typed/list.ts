import { again, close, partial, right, withItems, wrong } from '../verdict.ts';
import type { ItemMark, Verdict } from '../verdict.ts';
import { assign } from './assign.ts';
import { foldSpelling } from './fold.ts';
import { phraseJudge } from './phrase.ts';
import type { PhraseWorld } from './phrase.ts';

export { splitList } from './split-list.ts';

/** One item of a list's key, with its other right forms. */
export interface ListItem {
  text: string;
  accept?: readonly string[];
}

/**
 * Judges a list in any order. Each given item counts once, a wrong one cancels a right one, and a repetition counts
 * neither way: share = max(0, right − extra) / n. The marks follow the given items, then the ones left out.
 */
export function judgeList(given: readonly string[], items: readonly ListItem[], world: PhraseWorld): Verdict {
  const said = given.map((text) => text.trim()).filter((text) => text !== '');
  if (said.length === 0) return again('not-given');
  const fits = fitTable(said, items, world);
  const ofItem = assign(said.length, items.length, (g, k) => fits[g]?.[k] ?? 0);
  const found = ofItem.filter((g) => g !== undefined).length;
  const marks = markItems(said, items, fits, ofItem);
  const extras = marks.filter(({ given: text, outcome }) => text !== '' && outcome === 'wrong').length;
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

/** For each given item and each key item: 2 right, 1 close, 0 neither. The other items are each item's rivals. */
function fitTable(said: readonly string[], items: readonly ListItem[], world: PhraseWorld) {
  const judges = items.map((item, k) => {
    const others = items.filter((_, i) => i !== k).flatMap(formsOfItem);
    const key = { answer: item.text, accept: item.accept ?? [] };
    return phraseJudge(key, { glossary: world.glossary, rivals: [...world.rivals, ...others] });
  });
  return said.map((text) =>
    judges.map((judge): 0 | 1 | 2 => {
      const { outcome } = judge(text);
      return outcome === 'right' ? 2 : outcome === 'close' ? 1 : 0;
    }),
  );
}

function markItems(
  said: readonly string[],
  items: readonly ListItem[],
  fits: readonly (readonly (0 | 1 | 2)[])[],
  ofItem: readonly (number | undefined)[],
): ItemMark[] {
  const itemOf = new Map(ofItem.flatMap((g, k) => (g === undefined ? [] : [[g, k] as const])));
  const seen = new Set<string>();
  const marks = said.map((given, g): ItemMark => {
    const folded = foldSpelling(given);
    const isRepeat = seen.has(folded) || (fits[g]?.some((fit) => fit > 0) ?? false);
    seen.add(folded);
    const k = itemOf.get(g);
    const item = k === undefined ? undefined : items[k];
    if (k === undefined || item === undefined) return { given, outcome: isRepeat ? 'again' : 'wrong' };
    return { given, expected: item.text, outcome: fits[g]?.[k] === 2 ? 'right' : 'close' };
  });
  const missing = items.filter((_, k) => ofItem[k] === undefined);
  return [
    ...marks,
    ...missing.map((item): ItemMark => ({ given: '', expected: item.text, outcome: 'wrong' })),
  ];
}
