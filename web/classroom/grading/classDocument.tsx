import { useMemo } from 'preact/hooks';
import { knownByClass, STUDENTS_MIN, type KnownFact } from '../../../questions/classroom/knownByClass.ts';
import { paragraphNumber, paragraphsOf } from '../../../questions/document.ts';
import type { Place } from '../../../questions/passage.ts';
import { anchorOf } from '../../passage.tsx';
import { segmentsOf, type Segment } from '../../segments.ts';
import { shareWords } from '../../words.ts';
import { knownLevel, LEVELS } from './knownLevel.ts';
import type { DeckReading, TestDeck } from './testDeck.ts';
import type { GradingProps } from './testViews.tsx';

/** The document coloured by what the class does not know, and the same as a list, the least known first. */
export function ClassDocument({ gradebook, deck }: GradingProps & { readonly deck: DeckReading }) {
  const facts = useMemo(
    () => (deck.state === 'read' ? knownByClass(gradebook, deck.deck.facts) : []),
    [gradebook, deck],
  );
  if (deck.state === 'loading')
    return (
      <p class="loading" role="status">
        One moment …
      </p>
    );
  if (deck.state === 'failed')
    return (
      <p class="notice" role="status">
        The document could not be fetched. {deck.why}
      </p>
    );
  if (facts.length === 0)
    return (
      <section class="empty">
        <h2>Too few students yet</h2>
        <p>
          From {STUDENTS_MIN} students with a mark for the same passage the document is coloured by what the
          class does not know. Fewer would show single people.
        </p>
      </section>
    );
  return <ColouredDocument deck={deck.deck} facts={facts} detail={knownWords} />;
}

function knownWords({ known, n }: KnownFact): string {
  return `${shareWords(known)} known, of ${n} students`;
}

interface ColouredProps {
  readonly deck: Pick<TestDeck, 'title' | 'language' | 'document'>;
  readonly facts: readonly KnownFact[];
  /** What the list says of a fact. */
  readonly detail: (fact: KnownFact) => string;
}

/** A document coloured by how well these facts are known, and their list. */
export function ColouredDocument({ deck, facts, detail }: ColouredProps) {
  const { document } = deck;
  const paragraphs = paragraphsOf(document);
  return (
    <div class="class-document">
      <div>
        <Legend />
        <article class="document" lang={deck.language} aria-label={deck.title}>
          {paragraphs.map((paragraph, index) => (
            <section key={paragraph.start} class="paragraph">
              <span class="paragraph-number" lang="en">
                §{index + 1}
              </span>
              <p>
                <ColouredParagraph document={document} paragraph={paragraph} facts={facts} />
              </p>
            </section>
          ))}
        </article>
      </div>
      <LeastKnown facts={facts} detail={detail} numberOf={(place) => paragraphNumber(paragraphs, place)} />
    </div>
  );
}

/** Each level has its own line below, so that colour does not speak alone. */
function Legend() {
  return (
    <ul class="legend" aria-label="What the colours mean">
      {LEVELS.map(({ level, words }) => (
        <li key={level}>
          <span class="known" data-known={level}>
            {words}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface ColouredParagraphProps {
  readonly document: string;
  readonly paragraph: Place;
  readonly facts: readonly KnownFact[];
}

function ColouredParagraph({ document, paragraph, facts }: ColouredParagraphProps) {
  const places = facts.map(({ fact, place }) => ({ id: fact, place }));
  return (
    <>
      {segmentsOf(paragraph, places).map((segment) => (
        <Stretch
          key={segment.start}
          segment={segment}
          facts={facts.filter(({ fact }) => segment.ids.includes(fact))}
        >
          {document.slice(segment.start, segment.end)}
        </Stretch>
      ))}
    </>
  );
}

/** Where passages overlap the least known colours the stretch; each share stands where its passage ends. */
function Stretch({
  segment,
  facts,
  children,
}: {
  segment: Segment;
  facts: readonly KnownFact[];
  children: string;
}) {
  if (facts.length === 0) return <>{children}</>;
  const ending = facts.filter(({ place }) => place.end === segment.end);
  return (
    <>
      {segment.begins.map((id) => (
        <span key={id} id={anchorOf(id)} class="anchor" />
      ))}
      <span class="known" data-known={knownLevel(Math.min(...facts.map(({ known }) => known)))}>
        {children}
      </span>
      {ending.map(({ fact, known }) => (
        <span key={fact} class="known-share">
          {shareWords(known)}
        </span>
      ))}
    </>
  );
}

interface LeastKnownProps extends Pick<ColouredProps, 'facts' | 'detail'> {
  readonly numberOf: (place: Place) => number;
}

function LeastKnown({ facts, detail, numberOf }: LeastKnownProps) {
  const sorted = [...facts].sort((a, b) => a.known - b.known);
  return (
    <nav class="facts" aria-labelledby="least-heading">
      <h2 id="least-heading">Least known first</h2>
      <ol>
        {sorted.map((fact) => (
          <li key={fact.fact}>
            <a href={`#${anchorOf(fact.fact)}`}>{fact.statement}</a>
            <p class="quiet">
              {detail(fact)} · §{numberOf(fact.place)}
            </p>
          </li>
        ))}
      </ol>
    </nav>
  );
}
