import { useMemo } from 'preact/hooks';
import type { Place } from '../../../questions/passage.ts';
import { segmentsOf, type Segment } from '../../segments.ts';

/** Where a fact stands, and whether a question of it is accepted. */
export interface FactPlace {
  readonly id: string;
  readonly place: Place;
  readonly isAccepted: boolean;
}

interface DocumentParagraphProps {
  readonly document: string;
  readonly paragraph: Place;
  readonly facts: readonly FactPlace[];
  /** The fact that is marked in this paragraph. */
  readonly current: string | null;
  readonly onFact: (factId: string) => void;
}

/** One paragraph of the document; made anew only when something in it has changed. */
export function DocumentParagraph({ document, paragraph, facts, current, onFact }: DocumentParagraphProps) {
  const signature = facts
    .map(({ id, place, isAccepted }) => `${id} ${place.start} ${place.end} ${isAccepted}`)
    .join('|');
  return useMemo(() => {
    const accepted = new Set(facts.filter(({ isAccepted }) => isAccepted).map(({ id }) => id));
    return (
      <p class="paragraph" data-start={paragraph.start}>
        {segmentsOf(paragraph, facts).map((segment) => (
          <Stretch
            key={segment.start}
            segment={segment}
            text={document.slice(segment.start, segment.end)}
            isCurrent={current !== null && segment.ids.includes(current)}
            isAccepted={segment.ids.some((id) => accepted.has(id))}
            onFact={onFact}
          />
        ))}
      </p>
    );
  }, [document, paragraph.start, signature, current]);
}

/** A click shows the fact; by keyboard the list does. */
function Stretch(props: {
  readonly segment: Segment;
  readonly text: string;
  readonly isCurrent: boolean;
  readonly isAccepted: boolean;
  readonly onFact: (factId: string) => void;
}) {
  const { segment, text, isCurrent, isAccepted, onFact } = props;
  const [first] = segment.ids;
  if (first === undefined) return <>{text}</>;
  if (isCurrent) return <mark>{text}</mark>;
  return (
    <span
      class="proof"
      data-accepted={isAccepted ? '' : undefined}
      onClick={() => selectsNothing() && onFact(first)}
    >
      {text}
    </span>
  );
}

/** A press that ends a selection is no click on a fact. */
function selectsNothing(): boolean {
  return document.getSelection()?.isCollapsed ?? true;
}
