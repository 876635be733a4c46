import type { Place } from '../questions/passage.ts';
import { excerptsAround } from './excerpt.ts';
import { segmentsOf, type NamedPlace, type Segment } from './segments.ts';

/** How much of a long paragraph is shown around a passage. */
const WORDS_AROUND = 90;

/** A passage marked inside its paragraph, the neighbours dimmed; a long paragraph is cut to about `words` words around it. */
export function PassageInParagraph(props: {
  document: string;
  place: Place;
  words?: number;
  language?: string | undefined;
}) {
  const { document, place, words = WORDS_AROUND } = props;
  return (
    <blockquote class="passage" {...(props.language === undefined ? {} : { lang: props.language })}>
      {excerptsAround(document, place, words).map((excerpt) => (
        <p key={excerpt.number}>
          {excerpt.cutBefore && '… '}
          {segmentsOf(excerpt, [{ id: 'passage', place }]).map((segment) => {
            const text = document.slice(segment.start, segment.end);
            return segment.ids.length > 0 ? <mark key={segment.start}>{text}</mark> : text;
          })}
          {excerpt.cutAfter && ' …'}
        </p>
      ))}
    </blockquote>
  );
}

/** A whole paragraph with every fact's passage underlined, and the one named `at` marked. */
export function ParagraphOfFacts(props: {
  document: string;
  paragraph: Place;
  places: readonly NamedPlace[];
  at: string | undefined;
}) {
  const { document, paragraph, places, at } = props;
  return (
    <>
      {segmentsOf(paragraph, places).map((segment) => (
        <Stretch key={segment.start} segment={segment} at={at}>
          {document.slice(segment.start, segment.end)}
        </Stretch>
      ))}
    </>
  );
}

/** The id that a link to a fact's place names. */
export function anchorOf(factId: string): string {
  return `fact-${factId}`;
}

function Stretch({ segment, at, children }: { segment: Segment; at: string | undefined; children: string }) {
  const anchors = segment.begins.map((id) => <span key={id} id={anchorOf(id)} class="anchor" />);
  if (segment.ids.length === 0) return <>{children}</>;
  const isMarked = at !== undefined && segment.ids.includes(at);
  return (
    <>
      {anchors}
      {isMarked ? <mark>{children}</mark> : <span class="proof">{children}</span>}
    </>
  );
}
