import type { ReviewItem } from './reviewItem.ts';

/** In which order questions are reviewed. */
export type Order = 'best' | 'document';
/** Which questions are listed. */
export type Filter = 'review' | 'accepted' | 'all';

/** The questions of a filter in an order: the best drafts first and then what is accepted, or as the document goes. */
export function listed(
  items: readonly ReviewItem[],
  { order, filter }: { readonly order: Order; readonly filter: Filter },
): readonly ReviewItem[] {
  const wanted = items.filter(({ isDraft }) => filter === 'all' || isDraft === (filter === 'review'));
  return [...wanted].sort(order === 'best' ? byWorth : byPlace);
}

function byWorth(a: ReviewItem, b: ReviewItem): number {
  return Number(b.isDraft) - Number(a.isDraft) || (b.why?.confidence ?? 1) - (a.why?.confidence ?? 1);
}

/** A passage that is not found comes first: it has to be mended. */
function byPlace(a: ReviewItem, b: ReviewItem): number {
  return (a.place?.start ?? -1) - (b.place?.start ?? -1) || (a.place?.end ?? -1) - (b.place?.end ?? -1);
}

/** The question so many steps from one in a list; the one itself at the list's ends, the first where it is not listed. */
export function stepFrom(list: readonly ReviewItem[], ref: string | null, steps: 1 | -1): string | null {
  const at = list.findIndex((item) => item.ref === ref);
  if (at < 0) return list[0]?.ref ?? null;
  return list[at + steps]?.ref ?? ref;
}

/** What is reviewed after a question: the next draft of the list, the first one after the last; null where there is no other. */
export function nextDraft(list: readonly ReviewItem[], ref: string): string | null {
  const at = list.findIndex((item) => item.ref === ref);
  const round = [...list.slice(at + 1), ...list.slice(0, Math.max(0, at))];
  return round.find((item) => item.isDraft && item.ref !== ref)?.ref ?? null;
}

/** How far a review is. */
export interface Reviewed {
  readonly reviewed: number;
  readonly of: number;
}

/** Counts what is accepted, and what was offered and is there no more, as reviewed. `offered` is the project's ledger. */
export function reviewedOf(items: readonly ReviewItem[], offered: string): Reviewed {
  const here = new Set(items.map(({ ref }) => ref));
  const refs = offered.split(/\r?\n/).flatMap((line) => OFFER.exec(line)?.[1] ?? []);
  const rejected = new Set(refs.filter((ref) => !here.has(ref))).size;
  const accepted = items.filter(({ isDraft }) => !isDraft).length;
  return { reviewed: accepted + rejected, of: items.length + rejected };
}

const OFFER = /^[0-9a-f]{16}\s+(\S+\/\S+)/;
