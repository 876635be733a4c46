import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeckFile } from '../../../questions/deck.ts';
import type { DeckEdit } from '../../../questions/edit/edit.ts';
import type { Finding } from '../../../questions/lint/finding.ts';
import type { OpenProject } from '../openProject.ts';
import {
  listed,
  nextDraft,
  reviewedOf,
  stepFrom,
  type Filter,
  type Order,
  type Reviewed,
} from './listing.ts';
import { removalOf } from './removal.ts';
import { findingsBySubject, reviewItems, type ReviewItem } from './reviewItem.ts';

/** A review as it goes on: what is listed, which question is looked at, and what can be done with it. */
export interface Reviewing {
  readonly items: readonly ReviewItem[];
  readonly list: readonly ReviewItem[];
  /** Null where nothing is listed. */
  readonly current: ReviewItem | null;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly progress: Reviewed;
  readonly order: Order;
  readonly filter: Filter;
  /** What was done last, for a screen reader. */
  readonly said: string;
  /** Grows with every step to another question that should take the focus along. */
  readonly steps: number;
  readonly show: (ref: string) => void;
  /** Shows a fact's first question of the list, or else its first. */
  readonly showFact: (factId: string) => void;
  readonly step: (steps: 1 | -1) => void;
  readonly accept: () => void;
  readonly reject: () => void;
  readonly undo: () => void;
  /** Does edits and stays where it is. */
  readonly change: (edits: readonly DeckEdit[], said: string) => void;
  /** Does what an editor made of a question; after a draft it goes on to the next one. */
  readonly save: (edits: readonly DeckEdit[], ref: string) => void;
  readonly setOrder: (order: Order) => void;
  readonly setFilter: (filter: Filter) => void;
}

/** Goes through the questions of a deck file one by one. `asked` is a `fact/question`, or a fact, to begin with. */
export function useReviewing(open: OpenProject, file: DeckFile, asked: string): Reviewing {
  const { project } = open;
  const [order, setOrder] = useState<Order>('best');
  const [filter, setFilter] = useState<Filter>('review');
  const [ref, setRef] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [steps, setSteps] = useState(0);
  const trail = useRef<readonly (string | null)[]>([]);

  const items = useMemo(
    () => reviewItems(file, project.document, project.reasons),
    [file, project.document, project.reasons],
  );
  const list = useMemo(() => listed(items, { order, filter }), [items, order, filter]);
  const findings = useMemo(() => findingsBySubject(open.findings), [open.findings]);
  const progress = useMemo(() => reviewedOf(items, project.offered), [items, project.offered]);
  // What was just accepted, or asked for by its address, stays in view though the filter leaves it out.
  const current = items.find((item) => item.ref === ref) ?? list[0] ?? null;

  const show = (next: string | null) => {
    setRef(next);
    setSteps((count) => count + 1);
  };
  useLayoutEffect(() => {
    const wanted = items.find((item) => item.ref === asked || item.factId === asked);
    if (asked !== '' && wanted !== undefined) show(wanted.ref);
  }, [asked]);

  const change = (edits: readonly DeckEdit[], words: string) => {
    trail.current = [...trail.current, current?.ref ?? null];
    open.edit(edits);
    setSaid(words);
  };
  const review = (edits: readonly DeckEdit[], words: string, at: string) => {
    change(edits, words);
    show(nextDraft(list, at));
  };
  return {
    items,
    list,
    current,
    findings,
    progress,
    order,
    filter,
    said,
    steps,
    show,
    showFact(factId) {
      const own = [...list, ...items].find((item) => item.factId === factId);
      if (own !== undefined) show(own.ref);
    },
    step: (by) => show(stepFrom(list, current?.ref ?? null, by)),
    accept() {
      if (current === null || !current.isDraft) return;
      const { factId, questionId } = current;
      review([{ type: 'accept', fact: factId, question: questionId }], 'Accepted.', current.ref);
    },
    reject() {
      if (current === null) return;
      const removal = removalOf(current, project.published !== undefined);
      review([removal], removal.type === 'retire' ? 'Retired.' : 'Rejected.', current.ref);
    },
    undo() {
      if (open.undo === null) return setSaid('There is nothing to undo.');
      open.undo();
      const back = trail.current.at(-1) ?? null;
      trail.current = trail.current.slice(0, -1);
      setSaid('Undone.');
      show(back ?? current?.ref ?? null);
    },
    change,
    save(edits, at) {
      const isDraft = items.find((item) => item.ref === at)?.isDraft ?? false;
      const isAccepted = edits.some(isAcceptance);
      if (isDraft && isAccepted) return review(edits, 'Saved and accepted.', at);
      if (edits.length > 0) change(edits, 'Saved.');
      show(at);
    },
    setOrder(next) {
      setOrder(next);
      setSaid(next === 'best' ? 'The best first.' : 'In the document’s order.');
    },
    setFilter,
  };
}

function isAcceptance(edit: DeckEdit): boolean {
  return edit.type === 'accept' || (edit.type === 'question' && edit.value.draft !== true);
}
