import type { Finder } from './finder.ts';
import { acronym } from './finders/acronym.ts';
import { action } from './finders/action.ts';
import { attribution } from './finders/attribution.ts';
import { cause } from './finders/cause.ts';
import { comparison } from './finders/comparison.ts';
import { date } from './finders/date.ts';
import { definition } from './finders/definition.ts';
import { enumeration } from './finders/enumeration.ts';
import { purpose } from './finders/purpose.ts';
import { quantity } from './finders/quantity.ts';
import { role } from './finders/role.ts';
import { step } from './finders/step.ts';
import { superlative } from './finders/superlative.ts';
import { table } from './finders/table.ts';
import { year } from './finders/year.ts';

/** Every finder, what is exact first: of two that are equally sure of the same words the first one leads. */
export const FINDERS: readonly Finder[] = [
  quantity,
  year,
  date,
  acronym,
  enumeration,
  table,
  step,
  superlative,
  comparison,
  role,
  definition,
  cause,
  purpose,
  attribution,
  action,
];
