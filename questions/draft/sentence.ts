import type { Place } from '../passage.ts';
import type { Block } from './block.ts';
import type { Tagged } from './tagger.ts';

/** A sentence as finders read it. */
export interface Sentence {
  /** In the document. */
  readonly place: Place;
  /** The document's characters there; each line break and mark of a hard-wrapped line is one space a character, so that offsets hold. */
  readonly text: string;
  /** Its words; offsets are in `text`. */
  readonly words: readonly Tagged[];
  readonly block: Block;
  /** Its number in its block, from 0. */
  readonly at: number;
}
