const ENCODER = new TextEncoder();
/** How every stored body begins and ends (`SegmentSchema`, written by JSON.stringify). */
const HEAD = ENCODER.encode('{"v":1,"reviews":[');
const TAIL = ENCODER.encode(']}');
const COMMA = 0x2c;

/**
 * One body with the reviews of all of these, in their order. Works on bytes: two megabytes take no parsing, which the
 * time of a request (10 ms on the free plan) does not allow. Throws on a body of another form: that is a bug.
 */
export function mergedBody(bodies: readonly ArrayBuffer[]): Uint8Array {
  const inner = bodies.map((body) => reviewsIn(new Uint8Array(body)));
  const size = inner.reduce((sum, { length }) => sum + length, HEAD.length + TAIL.length + inner.length - 1);
  const merged = new Uint8Array(size);
  merged.set(HEAD);
  let at = HEAD.length;
  for (const [index, reviews] of inner.entries()) {
    if (index > 0) merged[at++] = COMMA;
    merged.set(reviews, at);
    at += reviews.length;
  }
  merged.set(TAIL, at);
  return merged;
}

function reviewsIn(body: Uint8Array): Uint8Array {
  const end = body.length - TAIL.length;
  const fits = end > HEAD.length && startsWith(body, HEAD, 0) && startsWith(body, TAIL, end);
  if (!fits) throw new Error('Inconsistent: a stored segment is not of the form that is written');
  return body.subarray(HEAD.length, end);
}

function startsWith(body: Uint8Array, part: Uint8Array, from: number): boolean {
  return part.every((byte, at) => body[from + at] === byte);
}
