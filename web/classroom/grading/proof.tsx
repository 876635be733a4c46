import { PassageInParagraph } from '../../passage.tsx';
import type { DeckReading, KnownQuestion } from './testDeck.ts';

/** Where the document says what a question asks; nothing while the deck is not read. */
export function Proof(props: {
  readonly deck: DeckReading;
  readonly known: KnownQuestion | undefined;
  readonly class: string;
  /** About so many words of the paragraph are shown. */
  readonly words: number;
}) {
  const { deck, known, words } = props;
  if (known === undefined || deck.state !== 'read') return null;
  const { document, language } = deck.deck;
  return (
    <div class={props.class}>
      <h4>Where it says so</h4>
      <PassageInParagraph document={document} place={known.place} words={words} language={language} />
    </div>
  );
}
