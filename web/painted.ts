/** A page in the background paints nothing: then this many ms pass instead. */
const PATIENCE_MS = 100;

/** Ends once what is on the screen now has been painted, so that a press is seen before the work that it causes. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, PATIENCE_MS);
  });
}
