import type { Finder } from '../finder.ts';
import { listedItems } from './listedItems.ts';
import { namedPairs } from './namedPair.ts';
import { rowsInSentence } from './wordRow.ts';

/** Enumerations: "composed of A, B and C", "minerals such as …", a list after a colon, and two names said together. */
export const enumeration: Finder = (sentence, surroundings) => [
  ...rowsInSentence(sentence, surroundings),
  ...namedPairs(sentence, surroundings),
  ...listedItems(sentence, surroundings),
];
