import type { Finder } from './finder.ts';
import { acronym } from './finders/acronym.ts';
import { date } from './finders/date.ts';
import { quantity } from './finders/quantity.ts';
import { year } from './finders/year.ts';

/** Every finder, what is exact first: of two that are equally sure of the same words the first one leads. */
export const FINDERS: readonly Finder[] = [quantity, year, date, acronym];
