import { again, right, wrong } from '../verdict.ts';
import type { Verdict } from '../verdict.ts';
import { readQuantity } from './quantity.ts';
import type { Quantity } from './quantity.ts';
import { countsNoun, unitNamed } from './unit.ts';
import type { Unit } from './unit.ts';

/** The key of a number: the answer and its tolerance (absolute) in `unit`; the unit may be left out unless required. */
export interface NumberKey {
  answer: number;
  unit?: string;
  tolerance?: number;
  unitRequired?: boolean;
}

/** A value in the key's unit; `converted` when it was given in another one or as a fraction. */
interface Measured {
  value: number;
  /** Half of the last decimal place that was written, in the key's unit: what rounding can account for. */
  rounding: number;
  converted: boolean;
}

/**
 * Judges a number. What can be read in two ways (`4.000`, `4 m`) is right when one reading is. A missing but required
 * unit, another unit, or no number at all is `again`. A value in another unit is compared to the places that were written.
 */
export function judgeNumber(given: string, key: NumberKey): Verdict {
  if (given.trim() === '') return again('not-given');
  const verdicts = readQuantity(given).map((quantity) => judgeQuantity(quantity, key));
  return verdicts.find(({ outcome }) => outcome === 'right') ?? verdicts[0] ?? again('not-a-number');
}

function judgeQuantity(quantity: Quantity, key: NumberKey): Verdict {
  const keyUnit = key.unit === undefined ? undefined : unitNamed(key.unit);
  if (quantity.unit === undefined && key.unitRequired === true && key.unit !== undefined) {
    if (!(quantity.part && keyUnit?.dimension === 'ratio')) return again('unit-missing');
  }
  const readings = inKeyUnit(quantity, key, keyUnit);
  if (readings.length === 0) return again('unit-wrong');
  const verdicts = readings.map((measured) => compare(measured, key));
  return verdicts.find(({ outcome }) => outcome === 'right') ?? wrong('different');
}

/** The value in the key's unit, in every way it can be meant; empty when the unit does not fit. */
function inKeyUnit(quantity: Quantity, key: NumberKey, keyUnit: Unit | undefined): readonly Measured[] {
  const { value, unit: text } = quantity;
  if (text === undefined) return keyUnit?.dimension === 'ratio' ? asRatio(quantity, keyUnit) : [plain(value)];
  const unit = unitNamed(text);
  if (key.unit === undefined) {
    if (unit === undefined) return [plain(value)];
    return unit.dimension === 'ratio' ? [plain(value), times(value, unit.factor)] : [];
  }
  if (unit !== undefined && keyUnit !== undefined) {
    if (unit.dimension !== keyUnit.dimension) return [];
    return unit.factor === keyUnit.factor ? [plain(value)] : [times(value, unit.factor / keyUnit.factor)];
  }
  if (keyUnit?.dimension === 'ratio' && quantity.part) return asRatio(quantity, keyUnit);
  return unit === undefined && countsNoun(text, key.unit) ? [plain(value)] : [];
}

/** For a key in per cent, 0.2 and a fifth mean 20; a plain 20 means 20. */
function asRatio({ value, part }: Quantity, keyUnit: Unit): readonly Measured[] {
  const share = times(value, 1 / keyUnit.factor);
  if (part) return [share];
  return Math.abs(value) < 1 ? [plain(value), share] : [plain(value)];
}

function plain(value: number): Measured {
  return { value, rounding: 0, converted: false };
}

function times(value: number, ratio: number): Measured {
  return { value: value * ratio, rounding: halfPlace(value) * ratio, converted: true };
}

/** Half of the last decimal place in which a number is written: 0.5 for 7000, 0.05 for 33.3. */
function halfPlace(value: number): number {
  const decimals = /\.(\d+)$/u.exec(String(value))?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

function compare({ value, rounding, converted }: Measured, key: NumberKey): Verdict {
  const off = Math.abs(value - key.answer);
  const noise = 1e-9 * Math.max(Number.MIN_VALUE, Math.abs(key.answer));
  if (off <= noise) return right('exact');
  if (converted && off <= Math.max(rounding, halfPlace(key.answer))) return right('accepted');
  return off <= (key.tolerance ?? 0) + noise ? right('within-tolerance') : wrong('different');
}
