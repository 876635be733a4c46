/** The one thing the server says to its operator: what happened and the error's name, never a body, a header or an address. */
export function tellOperator(message: string, error: unknown, path?: string): void {
  const name = error instanceof Error ? error.name : typeof error;
  // oxlint-disable-next-line no-console -- the operator reads the Worker's console
  console.error(JSON.stringify({ message, ...(path === undefined ? {} : { path }), error: name }));
}
