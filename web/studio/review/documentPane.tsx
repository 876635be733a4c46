import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { paragraphsOf } from '../../../questions/document.ts';
import { overlap, type Place } from '../../../questions/passage.ts';
import type { ReviewItem } from './reviewItem.ts';
import { DocumentParagraph, type FactPlace } from './documentParagraph.tsx';
import { selectedPlace } from './selection.ts';

interface DocumentPaneProps {
  readonly document: string;
  readonly language: string;
  readonly items: readonly ReviewItem[];
  /** The fact whose passage is marked and brought into view. */
  readonly current: ReviewItem | null;
  readonly onFact: (factId: string) => void;
  readonly own: RefObject<HTMLElement | null>;
  /** Makes a fact, or the passage of the one being edited, of the selection. */
  readonly onSelection: () => void;
  readonly selectionWords: string;
}

/** The document with every fact's passage underlined: dots for what is a draft, a line for what is accepted. */
export function DocumentPane(props: DocumentPaneProps) {
  const { document, language, items, current, own } = props;
  const paragraphs = useMemo(() => paragraphsOf(document), [document]);
  const facts = useMemo(() => factPlaces(items), [items]);
  const byParagraph = useMemo(
    () => paragraphs.map((paragraph) => facts.filter(({ place }) => overlap(place, paragraph))),
    [paragraphs, facts],
  );
  const at = current?.place ?? null;
  const atStart = at?.start ?? -1;
  useLayoutEffect(() => {
    if (own.current !== null) showMark(own.current);
  }, [current?.factId, atStart]);
  return (
    <section class="review-document" aria-label="The document">
      <article
        ref={own}
        class="document review-text"
        lang={language}
        data-scrolls=""
        tabIndex={0}
        aria-label="The text of the document"
      >
        {paragraphs.map((paragraph, index) => (
          <DocumentParagraph
            key={paragraph.start}
            document={document}
            paragraph={paragraph}
            facts={byParagraph[index] ?? []}
            current={at !== null && overlap(at, paragraph) ? (current?.factId ?? null) : null}
            onFact={props.onFact}
          />
        ))}
      </article>
      <SelectionBar {...props} />
    </section>
  );
}

/** What can be done with the text that is selected in the document; nothing while none is. */
function SelectionBar({ own, document, onSelection, selectionWords }: DocumentPaneProps) {
  const place = useSelectedPlace(own, document);
  if (place === null) return null;
  return (
    <p class="review-selection">
      {/* A press must not take the selection away before it is read. */}
      <button
        type="button"
        class="primary"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onSelection}
      >
        {selectionWords}
        <span class="by-key" aria-hidden="true">
          {' '}
          N
        </span>
      </button>
    </p>
  );
}

function useSelectedPlace(own: RefObject<HTMLElement | null>, document: string): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  const latest = useRef(document);
  latest.current = document;
  useLayoutEffect(() => {
    const page = own.current?.ownerDocument;
    const look = () => setPlace(own.current === null ? null : selectedPlace(own.current, latest.current));
    page?.addEventListener('selectionchange', look);
    return () => page?.removeEventListener('selectionchange', look);
  }, []);
  return place;
}

/** Each fact once: accepted where one of its questions is. */
function factPlaces(items: readonly ReviewItem[]): readonly FactPlace[] {
  const known = new Map<string, FactPlace>();
  for (const { factId, place, isDraft } of items) {
    if (place === null) continue;
    const isAccepted = !isDraft || (known.get(factId)?.isAccepted ?? false);
    known.set(factId, { id: factId, place, isAccepted });
  }
  return [...known.values()];
}

/** Brings the marked passage into view where the text scrolls by itself; the page stays where it is. */
function showMark(pane: HTMLElement): void {
  const mark = pane.querySelector('mark');
  if (mark === null || pane.scrollHeight <= pane.clientHeight) return;
  const top = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  const isSeen = top > pane.clientHeight * 0.1 && top < pane.clientHeight * 0.6;
  if (!isSeen) pane.scrollTop += top - pane.clientHeight * 0.3;
}
