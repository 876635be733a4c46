import type { Place } from '../passage.ts';

/** What a stretch of a document is: code and raw HTML are none of these, nothing is found in them. */
export type BlockKind = 'paragraph' | 'heading' | 'item' | 'row' | 'quote';

/** A stretch of a document that is read by itself. */
export interface Block {
  readonly kind: BlockKind;
  /** Its text in the document, without the marks before it (`#`, `-`, `>`, `|`). */
  readonly place: Place;
  /** The headings above it, the outermost first. */
  readonly headings: readonly string[];
  /** Of an item: the paragraph right before its list, where it ends with a colon. */
  readonly lead?: Place;
  /** Of an item of a numbered list: its number. */
  readonly number?: number;
  /** Of a row: its cells, and the words at the head of each column. */
  readonly cells?: readonly { readonly column: string; readonly place: Place }[];
}
