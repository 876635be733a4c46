import { useEffect, useRef, useState } from 'preact/hooks';
import { paragraphNumber, paragraphsOf } from '../../questions/document.ts';
import type { Place } from '../../questions/passage.ts';
import type { Standing } from '../../questions/standing.ts';
import { anchorOf, ParagraphOfFacts } from '../passage.tsx';
import type { NamedPlace } from '../segments.ts';
import { shareWords } from '../words.ts';

/** A fact as the document's screen knows it; in a sealed deck its statement and place are kept back. */
export interface ShownFact {
  readonly id: string;
  readonly statement?: string;
  readonly place?: Place;
  readonly standing?: Standing;
  /** The probability, 0 to 1, that the learner recalls it now. */
  readonly strength?: number;
}

export interface DocumentScreenProps {
  readonly title: string;
  readonly document: string;
  readonly facts: readonly ShownFact[];
  /** The fact whose passage is marked and shown. */
  readonly at?: string;
  /** Where "Back" leads. */
  readonly back: string;
  /** The document's language tag. */
  readonly language?: string;
}

/** The whole document, its facts' passages underlined, and a list of the facts beside it. */
export function DocumentScreen({ title, document, facts, at: asked, back, language }: DocumentScreenProps) {
  const text = useRef<HTMLElement>(null);
  const [at, setAt] = useState(asked);
  useEffect(() => setAt(asked), [asked]);
  useEffect(() => {
    if (at !== undefined) showMark(text.current);
  }, [at]);

  const paragraphs = paragraphsOf(document);
  const places = facts.flatMap(({ id, place }): NamedPlace[] => (place === undefined ? [] : [{ id, place }]));
  return (
    <main class="main reading" data-facts={places.length > 0 ? '' : undefined}>
      <article ref={text} class="document" {...(language === undefined ? {} : { lang: language })}>
        <a class="quiet-link" href={back}>
          ← Back
        </a>
        <h1>{title}</h1>
        {paragraphs.map((paragraph, index) => (
          <section key={paragraph.start} class="paragraph" id={`p-${index + 1}`}>
            <a class="paragraph-number" href={`#p-${index + 1}`}>
              §{index + 1}
            </a>
            <p>
              <ParagraphOfFacts document={document} paragraph={paragraph} places={places} at={at} />
            </p>
          </section>
        ))}
      </article>
      {places.length > 0 && (
        <FactList
          facts={facts}
          at={at}
          onAt={setAt}
          numberOf={(place) => paragraphNumber(paragraphs, place)}
        />
      )}
    </main>
  );
}

function FactList(props: {
  facts: readonly ShownFact[];
  at: string | undefined;
  onAt: (id: string) => void;
  numberOf: (place: Place) => number;
}) {
  const own = useRef<HTMLElement>(null);
  useEffect(() => showCurrent(own.current), [props.at]);
  return (
    <nav ref={own} class="facts" aria-labelledby="facts-heading">
      <h2 id="facts-heading">Facts in this document</h2>
      <ol>
        {props.facts.map(({ id, statement, place, standing, strength }) =>
          place === undefined ? null : (
            <li key={id}>
              <a
                href={`#${anchorOf(id)}`}
                onClick={() => props.onAt(id)}
                {...(props.at === id ? { 'aria-current': 'location' as const } : {})}
              >
                {statement ?? `A fact of §${props.numberOf(place)}`}
              </a>
              <p class="quiet">
                §{props.numberOf(place)}
                {standing !== undefined && ` · ${standing}`}
                {strength !== undefined && ` · ${strength > 0 ? `recall ${shareWords(strength)}` : 'new'}`}
              </p>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}

/** Scrolls the list, where it scrolls by itself, to the fact whose passage is marked. */
function showCurrent(list: HTMLElement | null): void {
  const link = list?.querySelector<HTMLElement>('[aria-current]');
  if (!list || !link || list.scrollHeight <= list.clientHeight) return;
  const { offsetTop } = link;
  const isSeen =
    offsetTop >= list.scrollTop && offsetTop + link.offsetHeight <= list.scrollTop + list.clientHeight;
  if (!isSeen) list.scrollTop = offsetTop - list.clientHeight / 3;
}

/** Brings the marked passage into view, and lets reading go on from there. */
function showMark(article: HTMLElement | null): void {
  const mark = article?.querySelector('mark');
  if (mark === null || mark === undefined) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  mark.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  mark.tabIndex = -1;
  mark.focus({ preventScroll: true });
}
