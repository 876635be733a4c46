/** Universal parts of speech (universaldependencies.org/u/pos), as far as finders read them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** One word, number or mark; offsets in the text that was tagged, `end` exclusive. */
export interface Tagged {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly pos: PartOfSpeech;
  /** Its dictionary form in lower case. */
  readonly lemma: string;
}

/** Cuts a text into words with their parts of speech. The same text gives the same words. */
export type Tagger = (text: string) => readonly Tagged[];
