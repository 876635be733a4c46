import type { AuthoredQuestion, DeckFile, Fact, Passage } from '../deck.ts';

/** A change of a deck file. What it does not name keeps its bytes, the author's comments among them. */
export type DeckEdit =
  /** A draft becomes a question: `draft` goes. */
  | { readonly type: 'accept'; readonly fact: string; readonly question: string }
  /** A question goes for good; a fact without questions that was never served goes with it. */
  | { readonly type: 'remove'; readonly fact: string; readonly question: string }
  /** A question is put in, or takes the place of the one with its id. */
  | {
      readonly type: 'question';
      readonly fact: string;
      readonly question: string;
      readonly value: AuthoredQuestion;
    }
  /** A fact is put in (after the others), or everything of it but its questions is replaced. */
  | { readonly type: 'fact'; readonly fact: string; readonly value: Omit<Fact, 'questions'> }
  /** A fact is no longer asked; its memory goes on in another, if one is named. `gone`: since when the document does not say it. */
  | {
      readonly type: 'retire';
      readonly fact: string;
      readonly replacedBy?: string;
      readonly gone?: string;
    }
  /** A passage is said anew, because the document has changed. */
  | { readonly type: 'passage'; readonly fact: string; readonly value: Passage }
  /** A name of the glossary; null takes it out. */
  | { readonly type: 'glossary'; readonly name: string; readonly value: DeckFile['glossary'][string] | null }
  /** What stands at the head of the file. */
  | {
      readonly type: 'head';
      readonly value: Partial<
        Pick<DeckFile, 'title' | 'language' | 'asOf' | 'access' | 'documentSha256' | 'faults'>
      >;
    };
