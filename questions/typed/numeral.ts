/** How to read a numeral with one separator and three digits after it: `4.000` as thousands, or as a decimal. */
export type Separator = 'group' | 'decimal';

const GROUPS = /^\d{1,3}(?:([.,'_ ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/u;
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}$/u;

/**
 * The value of one numeral; undefined when its separators make no number. A full stop or comma that can be either is
 * read as asked, but `4,000` and `4 000` are always four thousand, and a leading 0 is always a decimal.
 */
export function numeralValue(text: string, separator: Separator): number | undefined {
  if (
    /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u.test(text) &&
    !(GROUPS.test(text) && separator === 'group' && text[0] !== '0')
  ) {
    return finite(text);
  }
  const isDecimal =
    /^\d+,\d+$/u.test(text) &&
    (separator === 'decimal' ? !text.endsWith(',000') : !/^[1-9]\d{0,2},\d{3}$/u.test(text));
  if (isDecimal) return finite(text.replace(',', '.'));
  const group = GROUPS.exec(text)?.[1] ?? (INDIAN.test(text) ? ',' : undefined);
  if (group === undefined) return undefined;
  const plain = text.replaceAll(group, '').replace(',', '.');
  return finite(plain);
}

function finite(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
