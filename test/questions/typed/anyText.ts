import fc from 'fast-check';

/** Any text of up to `most` UTF-16 units, lone surrogates and control characters included. */
export function anyText(most: number): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.nat(0x7f), fc.nat(0x2ff), fc.nat(0xffff));
  return fc.array(unit, { maxLength: most }).map((units) => String.fromCharCode(...units));
}
