/** Notes what went wrong but does not stop the learner, for whoever looks into it. */
export function warn(what: string, cause: unknown): void {
  // oxlint-disable-next-line no-console -- the browser's console is the one place where this can be read
  console.warn(what, cause);
}
